# Savienojumi: kas vaicā Postern, kur tas raksta, ko lasa un kas vajadzīgs pasta serveriem. See the English file for what each message is for.
admin-nav-connections = Savienojumi
connections-lede-ok = Nekas no iestatītā nerāda kļūdu.
connections-lede-bad = { $count ->
    [zero] Jāpārbauda { $count } savienojumu.
    [one] Jāpārbauda { $count } savienojums.
   *[other] Jāpārbauda { $count } savienojumi.
}
connections-trouble = Tas, ko raksta Postern, nenonāk galā
connections-asks = Pārbaudes punkti: kur pasta serveri vaicā Postern
connections-head-gate = Pārbaudes punkts
connections-head-listen = Adrese vai fails
connections-head-asked = Pēdējais jautājums
connections-gate-auth-policy = Dovecot, katrā pierakstīšanās reizē
connections-gate-postfix-policy = Postfix, katram adresātam
connections-gate-milter = Postfix, ar katru veselu ziņojumu
connections-gate-mail-log = Postfix pasta žurnāls
connections-proxied = { $listen }, aiz starpniekservera
connections-never = Neviens kopš palaišanas { $since }
connections-never-told = Nekā kopš palaišanas { $since }
connections-not-set-up = Nav iestatīts
connections-writes = Kur Postern raksta
connections-head-place = Vieta
connections-head-last = Pēdējais apstiprinājums
connections-head-waiting = Gaida
connections-no-receipt = Pēdējā laikā nekas nebija jāraksta
connections-start-done = Pilnībā uzrakstīts palaišanas brīdī { $when }
connections-start-failed = Palaišanas brīdī { $when } nav uzrakstīts. Cēlonis: { $message }
connections-last-done = Pirms tam spēkā: { $when }
connections-reads = Ko Postern lasa
connections-places-none = Bez [geo] nav redzams, no kuras valsts notikusi pierakstīšanās.
connections-log-none = Bez [gates.mail_log] Postern neuzzina, kā citi serveri pieņēma e-pastu.
connections-breached = Nopludināto paroļu saraksts: { $path }
connections-breached-none = Bez passwords.breached_file tiek noraidītas tikai paroles no iebūvētā bieži lietoto paroļu saraksta.
connections-addresses = Klientu adreses
connections-addresses-ok = Pēdējās diennakts laikā tajās kļūdu nebija.
connections-snippets = Iestatījumi Dovecot un Postfix
connections-snippets-lede = Ielīmējams teksts ar šī servera adresēm un ceļiem. Pārējās darbības ir aprakstītas docs/operate.
connections-snippet-key = change-this-key vietā ierakstiet atslēgu no gates.auth_policy.api_key. change-this-nonce vietā ierakstiet savu slepenu tekstu, kas nekad nemainās.
cli-health-asked = { $gate }: pēdējais jautājums { $when }
cli-health-never-asked = { $gate }: kopš palaišanas neviens nav vaicājis
cli-health-point-waits = { $point }: nav spēkā. Izmaiņas, kas gaida: { $count }. Cēlonis: { $message }
