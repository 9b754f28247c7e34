# Odklepanje enega ali več računov in stanje računa pri vratih za vpis.

cli-done-eased = Vpis je odklenjen za račun { $account }. Do { $until } se znova zaklene šele po dvakrat več neuspešnih poskusih.
