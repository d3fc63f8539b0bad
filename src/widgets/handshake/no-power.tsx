/** In place of what a host holds while it is off. */
export function NoPower({ host }: { host: string }) {
  return (
    <p className="text-[0.95rem]">
      {host} is off. Its kernel has forgotten every socket, and told nobody.
    </p>
  );
}
