CREATE TYPE badge_tier AS ENUM ('bronze', 'silver', 'gold');
CREATE TYPE flag_kind AS ENUM ('spam', 'off_topic', 'inappropriate', 'notify_moderators', 'illegal');

CREATE TABLE users (
    id bigserial PRIMARY KEY,
    username varchar(30) NOT NULL,
    name varchar(120),
    email varchar(255) NOT NULL,
    unconfirmed_email varchar(255),
    encrypted_password varchar(128) NOT NULL,
    password_salt varchar(32) NOT NULL,
    reset_password_token varchar(64),
    otp_secret bytea,
    phone_number varchar(32),
    date_of_birth date,
    locale varchar(10),
    time_zone varchar(40),
    registration_ip inet,
    signup_referrer varchar(300),
    last_sign_in_ip inet,
    newsletter_consent boolean,
    trust_level smallint NOT NULL DEFAULT 0 CHECK (trust_level BETWEEN 0 AND 4),
    admin boolean NOT NULL DEFAULT false,
    approved_by_id bigint REFERENCES users (id),
    last_seen_at timestamptz,
    suspended_till timestamptz,
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX index_users_on_username ON users (lower(username));
CREATE UNIQUE INDEX index_users_on_email ON users (lower(email));
COMMENT ON COLUMN users.name IS 'Display name, optional, shown next to the handle';
COMMENT ON COLUMN users.otp_secret IS 'Encrypted TOTP seed; NULL if two-factor is off';
COMMENT ON COLUMN users.trust_level IS '0 new, 1 basic, 2 member, 3 regular, 4 leader';
COMMENT ON COLUMN users.suspended_till IS 'No sign-in before this time';
COMMENT ON COLUMN users.newsletter_consent IS 'NULL: never asked';
COMMENT ON COLUMN users.signup_referrer IS 'HTTP referer of the registration form';

CREATE TABLE user_profiles (
    user_id bigint PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    location varchar(200),
    country_code char(2),
    website varchar(300),
    mastodon_handle varchar(120),
    telegram_handle varchar(64),
    gender varchar(20),
    pronouns varchar(30),
    occupation varchar(120),
    bio_raw text,
    bio_cooked text,
    avatar_url varchar(300),
    views integer NOT NULL DEFAULT 0,
    featured_topic_id bigint,
    updated_at timestamptz NOT NULL
);
COMMENT ON COLUMN user_profiles.bio_cooked IS 'bio_raw rendered to HTML';

CREATE TABLE categories (
    id serial PRIMARY KEY,
    name varchar(80) NOT NULL,
    slug varchar(80) NOT NULL UNIQUE,
    description text,
    color char(6) NOT NULL,
    position integer NOT NULL,
    topics_count integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN categories.color IS 'RRGGBB without the hash sign';

CREATE TABLE topics (
    id bigserial PRIMARY KEY,
    category_id integer NOT NULL REFERENCES categories (id),
    user_id bigint NOT NULL REFERENCES users (id),
    title varchar(200) NOT NULL,
    slug varchar(200),
    views integer NOT NULL DEFAULT 0,
    posts_count integer NOT NULL DEFAULT 0,
    closed boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL
);
CREATE INDEX index_topics_on_category_id ON topics (category_id);
CREATE INDEX index_topics_on_user_id ON topics (user_id);

CREATE TABLE posts (
    id bigserial PRIMARY KEY,
    topic_id bigint NOT NULL REFERENCES topics (id),
    user_id bigint NOT NULL REFERENCES users (id),
    post_number integer NOT NULL,
    reply_to_post_number integer,
    raw text NOT NULL,
    cooked text NOT NULL,
    edit_reason varchar(200),
    poster_ip inet,
    like_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    UNIQUE (topic_id, post_number)
);
CREATE INDEX index_posts_on_user_id ON posts (user_id);
COMMENT ON COLUMN posts.raw IS 'Markdown as typed by the author';
COMMENT ON COLUMN posts.poster_ip IS 'Purged after 180 days by the nightly job';

CREATE TABLE post_flags (
    id bigserial PRIMARY KEY,
    post_id bigint NOT NULL REFERENCES posts (id),
    user_id bigint NOT NULL REFERENCES users (id),
    kind flag_kind NOT NULL,
    message text,
    resolved_by_id bigint REFERENCES users (id),
    created_at timestamptz NOT NULL
);
COMMENT ON COLUMN post_flags.message IS 'What the reporter wrote to the moderators';

CREATE TABLE private_messages (
    id bigserial PRIMARY KEY,
    sender_id bigint NOT NULL REFERENCES users (id),
    recipient_id bigint NOT NULL REFERENCES users (id),
    subject varchar(200),
    body text NOT NULL,
    sender_ip inet,
    sender_user_agent text,
    read_at timestamptz,
    created_at timestamptz NOT NULL,
    CHECK (sender_id <> recipient_id)
);

CREATE TABLE badges (
    id serial PRIMARY KEY,
    name varchar(60) NOT NULL UNIQUE,
    description text,
    tier badge_tier NOT NULL
);

CREATE TABLE user_badges (
    id bigserial PRIMARY KEY,
    badge_id integer NOT NULL REFERENCES badges (id),
    user_id bigint NOT NULL REFERENCES users (id),
    granted_by_id bigint REFERENCES users (id),
    granted_at timestamptz NOT NULL
);

CREATE TABLE user_warnings (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id),
    moderator_id bigint NOT NULL REFERENCES users (id),
    reason text NOT NULL,
    staff_note text,
    points smallint NOT NULL CHECK (points > 0),
    created_at timestamptz NOT NULL
);
COMMENT ON COLUMN user_warnings.staff_note IS 'Not visible to the member';

CREATE TABLE uploads (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id),
    original_filename varchar(255) NOT NULL,
    storage_path varchar(255) NOT NULL,
    sha1 char(40) NOT NULL,
    filesize bigint NOT NULL,
    exif jsonb,
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX index_uploads_on_sha1 ON uploads (sha1);
COMMENT ON COLUMN uploads.exif IS 'As read from the picture, before it is stripped';
COMMENT ON COLUMN uploads.sha1 IS 'Of the stored file, for duplicates';

CREATE TABLE user_auth_tokens (
    id bigserial PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    auth_token varchar(64) NOT NULL UNIQUE,
    prev_auth_token varchar(64),
    user_agent text,
    device_name varchar(80),
    last_city varchar(80),
    client_ip inet,
    push_endpoint text,
    seen_at timestamptz,
    created_at timestamptz NOT NULL
);
COMMENT ON COLUMN user_auth_tokens.auth_token IS 'SHA-256 of the cookie value';
COMMENT ON COLUMN user_auth_tokens.last_city IS 'From the GeoIP table, approximate';

CREATE TABLE search_logs (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES users (id),
    term varchar(200) NOT NULL,
    ip_address inet,
    visitor_cookie uuid,
    referer varchar(500),
    created_at timestamptz NOT NULL
);

CREATE TABLE email_logs (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES users (id),
    to_address varchar(255) NOT NULL,
    template_key varchar(60) NOT NULL,
    message_id varchar(120),
    smtp_host inet,
    created_at timestamptz NOT NULL
);
COMMENT ON COLUMN email_logs.smtp_host IS 'Relay of ours that took the message';

CREATE TABLE email_templates (
    id serial PRIMARY KEY,
    key varchar(60) NOT NULL,
    locale varchar(10) NOT NULL,
    subject varchar(200) NOT NULL,
    body text NOT NULL,
    UNIQUE (key, locale)
);
COMMENT ON COLUMN email_templates.body IS 'Placeholders: {{name}}, {{link}}, {{site}}';

CREATE TABLE site_settings (
    id serial PRIMARY KEY,
    name varchar(80) NOT NULL UNIQUE,
    value text,
    data_type varchar(12) NOT NULL,
    updated_at timestamptz NOT NULL
);
