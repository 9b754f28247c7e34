//! Postern's pages in a real browser, as people of all six languages use them. How: docs/how-to/test-a-page.md.

mod admin_centre;
mod audit;
mod crawl;
mod every_page;
mod help;
mod my_security;
mod new_place;
mod passkeys;
mod passwords;
mod pseudo;
mod recovery;
mod set_up;
mod users;
mod visit;
