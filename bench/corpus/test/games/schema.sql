CREATE EXTENSION IF NOT EXISTS hstore;

CREATE TYPE sanction_kind AS ENUM ('warning', 'mute', 'suspension', 'permaban');

CREATE TABLE game_servers (
    id smallint PRIMARY KEY,
    hostname text NOT NULL UNIQUE,
    ip inet NOT NULL,
    region varchar(8) NOT NULL,
    latitude double precision,
    longitude double precision,
    build varchar(20),
    config jsonb NOT NULL DEFAULT '{}',
    labels hstore,
    log_level varchar(8) NOT NULL DEFAULT 'info'
);

CREATE TABLE staff (
    id int PRIMARY KEY,
    full_name text NOT NULL,
    work_email text NOT NULL UNIQUE,
    discord_handle text,
    pager_phone text,
    title text,
    api_key_hash bytea,
    permissions text[] NOT NULL DEFAULT '{}',
    active boolean NOT NULL DEFAULT true
);

CREATE TABLE players (
    id uuid PRIMARY KEY,
    handle text NOT NULL UNIQUE,
    email text UNIQUE,
    password_hash text,
    totp_secret text,
    born_on date,
    guardian_email text,
    country char(2),
    tz text,
    languages text[],
    pronouns text,
    avatar_path text,
    bio text,
    linked_accounts jsonb,
    preferences hstore,
    privacy hstore,
    skill_rating int,
    last_seen_at timestamptz,
    created_at timestamptz NOT NULL,
    CHECK (skill_rating IS NULL OR skill_rating BETWEEN 0 AND 5000)
);
CREATE INDEX players_linked_idx ON players USING gin (linked_accounts);

CREATE TABLE devices (
    id uuid PRIMARY KEY,
    player_id uuid NOT NULL REFERENCES players ON DELETE CASCADE,
    hardware_id text NOT NULL,
    platform text NOT NULL,
    model text,
    mac macaddr,
    push_token text,
    known_ips text[],
    specs jsonb,
    trusted boolean NOT NULL DEFAULT false
);

CREATE TABLE login_sessions (
    id bigint PRIMARY KEY,
    player_id uuid NOT NULL REFERENCES players ON DELETE CASCADE,
    device_id uuid REFERENCES devices,
    refresh_token char(43),
    remote_addr inet,
    geo hstore,
    client_version varchar(16),
    opened_at timestamptz NOT NULL,
    closed_at timestamptz
);

CREATE TABLE items (
    sku varchar(16) PRIMARY KEY,
    title text NOT NULL,
    rarity varchar(12) NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    attributes hstore,
    price_gems int NOT NULL CHECK (price_gems >= 0),
    flavour_text text,
    icon_file text,
    icon_sha1 char(40)
);

CREATE TABLE characters (
    id bigint PRIMARY KEY,
    player_id uuid NOT NULL REFERENCES players ON DELETE CASCADE,
    name text NOT NULL,
    class varchar(12) NOT NULL,
    level smallint NOT NULL DEFAULT 1,
    gold bigint NOT NULL DEFAULT 0,
    appearance jsonb,
    stats hstore,
    home_server_id smallint REFERENCES game_servers,
    biography text
);

CREATE TABLE matches (
    id bigint PRIMARY KEY,
    mode varchar(16) NOT NULL,
    map_name text NOT NULL,
    server_id smallint NOT NULL REFERENCES game_servers,
    modifiers text[],
    replay_file text,
    duration_s int,
    started_at timestamptz NOT NULL
);

CREATE TABLE match_players (
    match_id bigint NOT NULL REFERENCES matches ON DELETE CASCADE,
    player_id uuid NOT NULL REFERENCES players,
    character_id bigint REFERENCES characters,
    team smallint NOT NULL,
    score int NOT NULL DEFAULT 0,
    loadout text[],
    addr inet,
    peer_feedback text,
    voice_clip_url text,
    PRIMARY KEY (match_id, player_id)
);

CREATE TABLE chat_messages (
    id bigint PRIMARY KEY,
    sender_id uuid NOT NULL REFERENCES players,
    recipient_id uuid NOT NULL REFERENCES players,
    body text NOT NULL,
    translated jsonb,
    flagged boolean NOT NULL DEFAULT false,
    sent_at timestamptz NOT NULL
);
CREATE INDEX chat_messages_sender_idx ON chat_messages (sender_id, sent_at);

CREATE TABLE purchases (
    id bigint PRIMARY KEY,
    receipt_no varchar(24) NOT NULL UNIQUE,
    player_id uuid NOT NULL REFERENCES players,
    sku varchar(16) NOT NULL REFERENCES items,
    amount numeric(8,2) NOT NULL,
    currency char(3) NOT NULL,
    provider varchar(12) NOT NULL,
    card_tail char(4),
    card_holder text,
    bill_to jsonb,
    client_ip inet,
    gift_note text,
    paid_at timestamptz
);

CREATE TABLE leagues (
    id int PRIMARY KEY,
    title text NOT NULL,
    tier smallint NOT NULL,
    regions text[] NOT NULL,
    rules jsonb,
    prizes hstore,
    sponsor_company text,
    sponsor_email text,
    season_start date
);

CREATE TABLE league_entries (
    league_id int NOT NULL REFERENCES leagues,
    player_id uuid NOT NULL REFERENCES players,
    legal_name text,
    nationality text,
    mailing_address text,
    phone text,
    payout jsonb,
    points int NOT NULL DEFAULT 0,
    PRIMARY KEY (league_id, player_id)
);

CREATE TABLE sanctions (
    id int PRIMARY KEY,
    player_id uuid NOT NULL REFERENCES players,
    kind sanction_kind NOT NULL,
    reason text NOT NULL,
    evidence jsonb,
    banned_ips text[],
    appeal text,
    issued_by int REFERENCES staff,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz
);

CREATE TABLE friendships (
    player_id uuid NOT NULL REFERENCES players,
    friend_id uuid NOT NULL REFERENCES players,
    alias text,
    tags text[],
    since date,
    PRIMARY KEY (player_id, friend_id),
    CHECK (player_id <> friend_id)
);

CREATE TABLE app_settings (
    key text PRIMARY KEY,
    value jsonb NOT NULL,
    extra hstore,
    description text,
    updated_by int REFERENCES staff
);

COMMENT ON COLUMN game_servers.config IS 'Launch parameters, merged over the defaults';
COMMENT ON COLUMN game_servers.labels IS 'Scheduler labels';
COMMENT ON COLUMN staff.permissions IS 'Scopes of the moderation console';
COMMENT ON COLUMN players.guardian_email IS 'Parent or guardian, required under 16';
COMMENT ON COLUMN players.privacy IS 'Who may see what; telemetry and ads opt-ins';
COMMENT ON COLUMN players.skill_rating IS 'Glicko-2, hidden';
COMMENT ON COLUMN devices.hardware_id IS 'Fingerprint from the anti-cheat driver';
COMMENT ON COLUMN devices.specs IS 'CPU, GPU, RAM, screens as reported by the launcher';
COMMENT ON COLUMN login_sessions.geo IS 'GeoIP lookup at login';
COMMENT ON COLUMN items.attributes IS 'Modifiers applied when equipped';
COMMENT ON COLUMN characters.appearance IS 'Sliders of the character editor';
COMMENT ON COLUMN matches.replay_file IS 'Object key in the replay bucket';
COMMENT ON COLUMN match_players.peer_feedback IS 'What teammates wrote after the match';
COMMENT ON COLUMN purchases.bill_to IS 'Address from the payment provider';
COMMENT ON COLUMN league_entries.payout IS 'Where the prize money goes';
COMMENT ON COLUMN sanctions.evidence IS 'Chat excerpts and detector output';
COMMENT ON COLUMN staff.discord_handle IS 'For the on-call channel';
COMMENT ON COLUMN players.bio IS 'Shown on the public profile';
COMMENT ON COLUMN leagues.prizes IS 'Place to prize, US dollars';
COMMENT ON COLUMN friendships.alias IS 'What the player calls this friend';
