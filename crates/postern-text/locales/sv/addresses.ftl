## Klientadresser som inte kommer fram

address-missing = Inloggningsförsök kom utan klientens adress.
address-unreadable = E-postservern angav något annat än en IP-adress som klientens adress.
address-unsupported-variable = E-postservern känner inte till en variabel som Postern behöver.
address-local-host = Inloggningar på flera konton kommer från själva servern. En webbmejl eller proxy anger alltså inte klientens adress.
address-nobodys = E-postservern angav en adress som ingen klient kan ha, till exempel 0.0.0.0.
address-one-for-all = Nästan alla inloggningar kommer från { $address }. Antingen anger en webbmejl eller proxy där inte klientens adress, eller så sitter alla bakom en enda adress.
address-pins-without = E-post från konton som är knutna till källor kom utan användbar klientadress. Källorna kunde därför inte kontrolleras.
address-count = Antal sedan starten: { $count }. Senast: { $last }
address-effect = Tills det är åtgärdat räknas sådana försök bara för kontot: ingen källa är bekant och ingen spärras.
address-advice-dovecot = Ange webbmejlens eller proxyns adress i login_trusted_networks i Dovecot, eller i haproxy_trusted_networks om den använder PROXY-protokollet.
address-advice-postfix = Ange adressen i smtpd_authorized_xclient_hosts i Postfix, eller sätt smtpd_upstream_proxy_protocol = haproxy om PROXY-protokollet används.
address-advice-variable = Jämför auth_policy_request_attributes i Dovecot med docs/operate/dovecot.md: variablernas namn skiljer sig mellan 2.3 och 2.4.
