# What the server was configured with, on the page of settings.
settings-title = Settings
# $file is the path of the configuration file.
settings-lede = The running server was configured with this. To change it, edit { $file } and restart Postern.
settings-lede-no-file = The running server was configured with this. It was started without a configuration file, as the demo is.
# Columns.
settings-head-what = Setting
settings-head-key = Key in the file
settings-not-set = Not set
# Heads of the parts.
settings-reach = How people reach Postern
settings-site = The organisation
settings-notices = Mail to the admins
settings-own = The server itself
# What each setting is called.
settings-public-url = Address that links begin with
settings-certificate = Certificate for HTTPS
settings-no-certificate = None: Postern speaks plain HTTP
settings-proxies = Proxies whose word about an address is believed
settings-no-proxies = Nobody is believed
settings-admin-from = From where the admin centre can be reached
settings-from-anywhere = From everywhere
settings-socket = Socket of the command line
settings-default-domain = Domain of a login without one
settings-zone = Time zone
settings-help = Page that a refused sender is pointed to
settings-auth-policy = Where Dovecot asks
settings-policy-gate = Where Postfix asks
settings-milter = Where a milter client asks
settings-mail-log = Mail log
settings-passwd-file = Dovecot's passwd-file
settings-deny-file = Dovecot's list of blocked names
settings-map = Postfix's map of restricted names
settings-notice-to = To
settings-notice-from = From
settings-relay = Mail server that takes it
settings-geo-city = Database of countries and places
settings-geo-asn = Database of network operators
settings-geo-anonymous = Database of VPNs, proxies and Tor
settings-breached = List of breached passwords
settings-common-only = None: only the built-in list of common passwords is asked
settings-data = Folder of the data
settings-log = Level of the server's log
settings-languages-head = Languages
# $names are names of languages, each in its own language.
settings-languages = Pages come in these languages: { $names }. The one chosen at the foot of a page holds, else the one of the account, else what the browser wants.
settings-running = Changed while Postern runs
# After the name of a page, which is a link: what is decided there.
settings-at-policies = the numbers of the rules, for everyone or for some accounts
settings-at-sources = what is blocked, allowed, shared and pinned
settings-at-admins = who holds which role
settings-at-tokens = which programs are let in
settings-at-connections = whether what is configured answers
