-- Online games platform
CREATE EXTENSION IF NOT EXISTS hstore;

CREATE TYPE case_verdict AS ENUM ('pending', 'dismissed', 'warning', 'mute', 'ban');

CREATE TABLE publishers (
    publisher_id   serial PRIMARY KEY,
    name           text NOT NULL UNIQUE,
    support_email  text,
    support_phone  text,
    website        text,
    country_code   char(2) NOT NULL,
    vat_number     text
);

CREATE TABLE games (
    game_id        serial PRIMARY KEY,
    publisher_id   int NOT NULL REFERENCES publishers,
    slug           varchar(60) NOT NULL UNIQUE,
    title          text NOT NULL,
    genres         text[] NOT NULL DEFAULT '{}',
    released_on    date,
    price_cents    int NOT NULL CHECK (price_cents >= 0),
    attributes     hstore
);
COMMENT ON COLUMN games.attributes IS 'Engine, supported controllers, languages and the like';

CREATE TABLE game_servers (
    server_id      serial PRIMARY KEY,
    game_id        int NOT NULL REFERENCES games,
    hostname       text NOT NULL UNIQUE,
    ip_address     inet NOT NULL,
    port           int NOT NULL DEFAULT 27015,
    region         varchar(12) NOT NULL,
    settings       jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX game_servers_game_id_idx ON game_servers (game_id);

CREATE TABLE players (
    player_id      uuid PRIMARY KEY,
    username       varchar(32) NOT NULL UNIQUE,
    display_name   text,
    email          text NOT NULL,
    password_hash  text NOT NULL,
    totp_secret    varchar(32),
    phone_number   text,
    date_of_birth  date,
    pronouns       varchar(16),
    country_code   char(2),
    locale         varchar(8) NOT NULL DEFAULT 'en-US',
    time_zone      text,
    avatar_url     text,
    bio            text,
    settings       jsonb NOT NULL DEFAULT '{}',
    attributes     hstore,
    skill_rating   int,
    last_seen_at   timestamptz,
    created_at     timestamptz NOT NULL
);
CREATE INDEX players_email_idx ON players (lower(email));
COMMENT ON COLUMN players.totp_secret IS 'Base32, set once the authenticator app is confirmed';
COMMENT ON COLUMN players.settings IS 'Client preferences, privacy and notifications';
COMMENT ON COLUMN players.attributes IS 'Linked accounts on other services';
COMMENT ON COLUMN players.skill_rating IS 'Matchmaking rating, Glicko-2, rounded';

CREATE TABLE player_sessions (
    session_id     bigserial PRIMARY KEY,
    player_id      uuid NOT NULL REFERENCES players,
    token          char(64) NOT NULL,
    ip             inet,
    user_agent     text,
    geo_city       text,
    hwid           text,
    started_at     timestamptz NOT NULL,
    ended_at       timestamptz
);
CREATE INDEX player_sessions_player_id_idx ON player_sessions (player_id);
COMMENT ON COLUMN player_sessions.hwid IS 'Hardware id as sent by the anti-cheat client';

CREATE TABLE direct_messages (
    message_id     bigserial PRIMARY KEY,
    sender_id      uuid NOT NULL REFERENCES players,
    recipient_id   uuid NOT NULL REFERENCES players,
    body           text NOT NULL,
    sent_at        timestamptz NOT NULL
);

CREATE TABLE clans (
    clan_id        serial PRIMARY KEY,
    tag            varchar(6) NOT NULL UNIQUE,
    name           text NOT NULL,
    emblem_path    text,
    founder_id     uuid REFERENCES players,
    settings       jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN clans.settings IS 'Colours, join policy, minimum level';

CREATE TABLE clan_members (
    clan_id        int NOT NULL REFERENCES clans,
    player_id      uuid NOT NULL REFERENCES players,
    rank           varchar(12) NOT NULL DEFAULT 'recruit',
    officer_note   text,
    joined_at      timestamptz NOT NULL,
    PRIMARY KEY (clan_id, player_id)
);
COMMENT ON COLUMN clan_members.officer_note IS 'Seen by officers only';

CREATE TABLE shop_orders (
    order_id            bigserial PRIMARY KEY,
    order_number        varchar(16) NOT NULL UNIQUE,
    player_id           uuid NOT NULL REFERENCES players,
    game_id             int NOT NULL REFERENCES games,
    total_cents         int NOT NULL,
    currency            char(3) NOT NULL,
    status              varchar(12) NOT NULL CHECK (status IN ('open', 'paid', 'refunded', 'failed')),
    billing_name        text,
    billing_street      text,
    billing_city        text,
    billing_region      text,
    billing_postal_code varchar(10),
    card_last4          char(4),
    customer_ip         inet,
    gift_message        text,
    paid_at             timestamptz
);
CREATE INDEX shop_orders_player_id_idx ON shop_orders (player_id);

CREATE TABLE moderation_cases (
    case_id            bigserial PRIMARY KEY,
    reported_player_id uuid NOT NULL REFERENCES players,
    reporter_id        uuid REFERENCES players,
    moderator_id       uuid REFERENCES players,
    reason_code        varchar(20) NOT NULL,
    report_text        text,
    evidence           jsonb,
    verdict            case_verdict NOT NULL DEFAULT 'pending',
    opened_at          timestamptz NOT NULL
);
COMMENT ON COLUMN moderation_cases.evidence IS 'Chat lines around the reported moment';
COMMENT ON COLUMN moderation_cases.reporter_id IS 'NULL if the filter raised the case';

CREATE TABLE tournaments (
    tournament_id    serial PRIMARY KEY,
    game_id          int NOT NULL REFERENCES games,
    name             text NOT NULL,
    venue_city       text,
    contact_email    text,
    prize_pool_cents int NOT NULL DEFAULT 0,
    starts_at        timestamptz NOT NULL
);
COMMENT ON COLUMN tournaments.venue_city IS 'NULL for online events';

CREATE TABLE tournament_entries (
    entry_id       bigserial PRIMARY KEY,
    tournament_id  int NOT NULL REFERENCES tournaments,
    player_id      uuid NOT NULL REFERENCES players,
    placement      smallint,
    legal_name     text,
    payout_iban    varchar(34),
    tax_id         text,
    UNIQUE (tournament_id, player_id)
);
COMMENT ON COLUMN tournament_entries.tax_id IS 'SSN or NINO, asked for before a prize is paid';
