## Klientadresser som ikke kommer fram

address-missing = Påloggingsforsøk kom uten klientens adresse.
address-unreadable = E-postserveren oppga noe annet enn en IP-adresse som klientens adresse.
address-unsupported-variable = E-postserveren kjenner ikke en variabel som Postern trenger.
address-local-host = Pålogginger på flere kontoer kommer fra selve serveren. En webmail eller proxy oppgir altså ikke klientens adresse.
address-nobodys = E-postserveren oppga en adresse som ingen klient kan ha, for eksempel 0.0.0.0.
address-one-for-all = Nesten alle pålogginger kommer fra { $address }. Enten oppgir en webmail eller proxy der ikke klientens adresse, eller så sitter alle bak én adresse.
address-pins-without = E-post fra kontoer som er bundet til kilder, kom uten brukbar klientadresse. Kildene kunne derfor ikke kontrolleres.
address-count = Antall siden start: { $count }. Sist: { $last }
address-effect = Til dette er rettet, teller slike forsøk bare for kontoen: ingen kilde er kjent, og ingen sperres.
address-advice-dovecot = Oppgi adressen til webmailen eller proxyen i login_trusted_networks i Dovecot, eller i haproxy_trusted_networks hvis den bruker PROXY-protokollen.
address-advice-postfix = Oppgi adressen i smtpd_authorized_xclient_hosts i Postfix, eller sett smtpd_upstream_proxy_protocol = haproxy hvis PROXY-protokollen brukes.
address-advice-variable = Sammenlign auth_policy_request_attributes i Dovecot med docs/operate/dovecot.md: navnene på variablene er ulike i 2.3 og 2.4.
