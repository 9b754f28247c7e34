## Klientu adreses, kas nepienāk

address-missing = Pierakstīšanās mēģinājumi saņemti bez klienta adreses.
address-unreadable = Pasta serveris kā klienta adresi norādīja kaut ko, kas nav IP adrese.
address-unsupported-variable = Pasta serveris nepazīst mainīgo, kas ir vajadzīgs Postern.
address-local-host = Pierakstīšanās vairākos kontos notiek no paša servera. Tātad tīmekļa pasts vai starpniekserveris nenodod klienta adresi.
address-nobodys = Pasta serveris norādīja adresi, kas nevar piederēt klientam, piemēram, 0.0.0.0.
address-one-for-all = Gandrīz visi pierakstās no adreses { $address }. Vai nu tīmekļa pasts vai starpniekserveris tur nenodod klienta adresi, vai arī visi atrodas aiz vienas adreses.
address-pins-without = Piesaistīto kontu e-pasts nāca bez derīgas klienta adreses. Piesaiste tam netika piemērota.
address-count = Skaits kopš palaišanas: { $count }. Pēdējā reize: { $last }
address-effect = Kamēr tas nav novērsts, šādi mēģinājumi tiek pieskaitīti tikai kontam: neviens avots nav pazīstams, un neviens netiek bloķēts.
address-advice-dovecot = Norādiet tīmekļa pasta vai starpniekservera adresi Dovecot iestatījumā login_trusted_networks vai, ja tas izmanto PROXY protokolu, iestatījumā haproxy_trusted_networks.
address-advice-postfix = Norādiet adresi Postfix iestatījumā smtpd_authorized_xclient_hosts vai, ja tiek izmantots PROXY protokols, iestatiet smtpd_upstream_proxy_protocol = haproxy.
address-advice-variable = Salīdziniet Dovecot iestatījumu auth_policy_request_attributes ar docs/operate/dovecot.md: mainīgo nosaukumi versijās 2.3 un 2.4 atšķiras.
