## Client addresses that do not arrive

address-missing = Sign-in attempts came without a client address.
address-unreadable = The mail server sent something other than an IP address as the client's address.
address-unsupported-variable = The mail server does not know a variable that Postern needs.
address-local-host = People sign in to several accounts from the server itself. So a webmail or a proxy does not pass on the client's address.
address-nobodys = The mail server sent an address that no client can have, such as 0.0.0.0.
address-one-for-all = Nearly all sign-ins come from { $address }. Either a webmail or proxy there does not pass on the client's address, or everybody sits behind one address.
address-pins-without = Mail of pinned accounts came without a usable client address. Their pins did not apply to it.
address-count = Count since the start: { $count }. Last: { $last }
address-effect = Until this is mended, such attempts count for the account alone: no source is familiar, and none is blocked.
address-advice-dovecot = Name the address of the webmail or proxy in login_trusted_networks of Dovecot, or in haproxy_trusted_networks if it speaks the PROXY protocol.
address-advice-postfix = Name the address in smtpd_authorized_xclient_hosts of Postfix, or set smtpd_upstream_proxy_protocol = haproxy if it speaks the PROXY protocol.
address-advice-variable = Compare auth_policy_request_attributes of Dovecot with docs/operate/dovecot.md: the names of variables differ between 2.3 and 2.4.
