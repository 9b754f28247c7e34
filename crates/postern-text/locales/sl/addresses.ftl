## Naslovi odjemalcev, ki ne prispejo

address-missing = Poskusi vpisa so prispeli brez naslova odjemalca.
address-unreadable = Poštni strežnik je kot naslov odjemalca navedel nekaj, kar ni naslov IP.
address-unsupported-variable = Poštni strežnik ne pozna spremenljivke, ki jo Postern potrebuje.
address-local-host = Vpisi v več računov prihajajo s samega strežnika. Spletna pošta ali posredniški strežnik torej ne posreduje naslova odjemalca.
address-nobodys = Poštni strežnik je navedel naslov, ki ga noben odjemalec ne more imeti, na primer 0.0.0.0.
address-one-for-all = Skoraj vsi vpisi prihajajo z naslova { $address }. Spletna pošta ali posredniški strežnik tam ne posreduje naslova odjemalca ali pa so vsi za enim samim naslovom.
address-pins-without = Pošta računov, vezanih na vire, je prišla brez uporabnega naslova odjemalca, zato vezava zanjo ni veljala.
address-count = Število od zagona: { $count }. Nazadnje: { $last }
address-effect = Dokler to ni odpravljeno, se taki poskusi štejejo samo za račun: noben vir ni znan in noben ni blokiran.
address-advice-dovecot = Navedite naslov spletne pošte ali posredniškega strežnika v nastavitvi login_trusted_networks v Dovecotu ali v haproxy_trusted_networks, če uporablja protokol PROXY.
address-advice-postfix = Navedite naslov v nastavitvi smtpd_authorized_xclient_hosts v Postfixu ali nastavite smtpd_upstream_proxy_protocol = haproxy, če se uporablja protokol PROXY.
address-advice-variable = Primerjajte nastavitev auth_policy_request_attributes v Dovecotu z docs/operate/dovecot.md: imena spremenljivk se v različicah 2.3 in 2.4 razlikujejo.
