/** What a socket asks for when it is bound, in the simulator's terms. */
import type { Claim } from "#simulator/bind-rules";

export interface ClaimOptions {
  readonly isV6Only?: boolean;
  readonly reuseAddress?: boolean;
  readonly reusePort?: boolean;
}

/** `address` may be 0.0.0.0 or ::. All sockets are of one user. */
export function claimOn(
  address: string,
  { isV6Only = false, reuseAddress = false, reusePort = false }: ClaimOptions = {},
): Claim {
  return {
    domain: address.includes(":") ? 6 : 4,
    v6Only: isV6Only,
    address: address === "0.0.0.0" || address === "::" ? "*" : address,
    reuseAddress,
    reusePort,
    user: "ana",
  };
}
