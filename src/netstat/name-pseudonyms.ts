/**
 * Other names in the place of real ones, always the same for the same: host-1.example (RFC 2606),
 * user-1, prog-1, if-1. Names that every machine has stay: localhost, root, www-data, eth0. They are what
 * makes a listing readable, and tell nothing about whose machine it is.
 */

/** Accounts that systems and packages make. Users by number stay as well. */
const SYSTEM_USERS = new Set(
  `root toor nobody nogroup daemon bin sys sync games man lp mail news uucp proxy www www-data backup
  list irc gnats operator adm shutdown halt ftp messagebus dbus avahi avahi-autoipd sshd polkitd rtkit
  colord pulse geoclue gdm lightdm sddm chrony ntp ntpd statd rpc rpcuser rpcbind tss uuidd tcpdump syslog
  landscape pollinate fwupd-refresh usbmux dnsmasq bind named unbound nsd postfix postmaster dovecot dovenull
  exim smmsp sendmail opendkim clamav amavis mysql mariadb postgres pgbouncer redis valkey mongodb mongod
  memcache memcached rabbitmq elasticsearch kafka zookeeper nginx apache apache2 httpd http haproxy varnish
  squid caddy tomcat node prometheus grafana influxdb telegraf node_exporter zabbix nagios munin snmp openvpn
  wireguard strongswan docker containerd libvirt-qemu qemu kvm vboxadd cups cupsd saned lpd _apt system
  networkservice localservice mdnsresponder`.split(/\s+/),
);

/** Whether the account's name tells nothing. macOS and the BSDs begin such names with an underscore, systemd with its own. */
export function isSystemUser(name: string): boolean {
  return /^(?:\d+|-|_.*|systemd-.*|user-\d+)$/i.test(name) || SYSTEM_USERS.has(name.toLowerCase());
}

const KEPT_HOST =
  /^(?:localhost(?:\d|\.localdomain\d?)?|ip6-(?:localhost|loopback|allnodes|allrouters)|broadcasthost|_gateway|host-\d+(?:\..*)?|(?:.*\.)?(?:example|test|invalid|localhost)|(?:.*\.)?example\.(?:com|net|org))$/i;

export const isKeptHost = (name: string): boolean => KEPT_HOST.test(name);

/** Interfaces as systems number them. One that holds the card's number (enx…, RFC 7042) is not among them. */
const KEPT_ZONE =
  /^(?:\d{1,10}|lo\d*|(?:eth|wlan|wwan|tun|tap|wg|utun|awdl|llw|bridge|docker|virbr|bond|ppp|en|em|bge|igb|ix|re|vmx|vtnet|vmnet|anpi|ap|net)\d+|(?:en|wl|ww)(?:[ops]\d[a-z0-9]*))(?:\.\d+)?$/i;

export const isKeptZone = (name: string): boolean => KEPT_ZONE.test(name);

/** Names of one kind, numbered in the order they are met. */
export class NamePseudonyms {
  readonly #prefix: string;
  readonly #taken: ReadonlySet<string>;
  readonly #numbers = new Map<string, number>();
  #last = 0;

  /** `taken`: names that the text holds, in small letters. */
  constructor(prefix: string, taken: ReadonlySet<string>) {
    this.#prefix = prefix;
    this.#taken = taken;
  }

  /** How many names were replaced. */
  get count(): number {
    return this.#numbers.size;
  }

  has(name: string): boolean {
    return this.#numbers.has(name.toLowerCase());
  }

  /** user-1: the same for the same name, whatever its capitals. */
  of(name: string): string {
    const key = name.toLowerCase();
    let number = this.#numbers.get(key);
    if (number === undefined) {
      do this.#last += 1;
      while (this.#taken.has(`${this.#prefix}-${this.#last}`));
      number = this.#last;
      this.#numbers.set(key, number);
    }
    return `${this.#prefix}-${number}`;
  }
}
