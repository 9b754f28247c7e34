//! Waking those who wait for a free reservation.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use tokio::sync::Notify;
use tokio::sync::futures::Notified;

use crate::ports::AccountKey;

/// Accounts share stripes; a wake-up for another account of the stripe only asks once too often.
const STRIPES: usize = 256;

#[derive(Default)]
struct Stripe {
    notify: Notify,
    waiting: AtomicUsize,
}

/// Who waits, in stripes.
pub(crate) struct Reservations {
    stripes: Vec<Stripe>,
}

impl Default for Reservations {
    fn default() -> Self {
        Self { stripes: (0..STRIPES).map(|_| Stripe::default()).collect() }
    }
}

impl Reservations {
    fn stripe(&self, who: AccountKey) -> &Stripe {
        let number = match who {
            AccountKey::Account(account) => account.as_u64(),
            AccountKey::UnknownName(hash) => hash,
        };
        &self.stripes[(number % STRIPES as u64) as usize]
    }

    /// Completes at the next [`Reservations::wake`] of this account. Registered from the moment of the call.
    pub(crate) fn wait(&self, who: AccountKey) -> Waiting<'_> {
        let stripe = self.stripe(who);
        stripe.waiting.fetch_add(1, Ordering::SeqCst);
        let mut notified = Box::pin(stripe.notify.notified());
        notified.as_mut().enable();
        Waiting { stripe, notified }
    }

    /// Somebody's reservation may have become free. Costs one load when nobody waits.
    pub(crate) fn wake(&self, who: AccountKey) {
        let stripe = self.stripe(who);
        if stripe.waiting.load(Ordering::SeqCst) > 0 {
            stripe.notify.notify_waiters();
        }
    }

    /// Everybody asks again: a person unlocked something.
    pub(crate) fn wake_all(&self) {
        for stripe in &self.stripes {
            stripe.notify.notify_waiters();
        }
    }
}

/// A registered wait.
pub(crate) struct Waiting<'a> {
    stripe: &'a Stripe,
    notified: Pin<Box<Notified<'a>>>,
}

impl Future for Waiting<'_> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.notified.as_mut().poll(context)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.stripe.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}
