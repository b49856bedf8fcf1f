-- Strider: training, wearables and personal coaching

CREATE TYPE "WorkoutKind" AS ENUM ('run', 'ride', 'swim', 'walk', 'strength', 'yoga', 'row');
CREATE TYPE "SessionState" AS ENUM ('requested', 'booked', 'done', 'noShow', 'cancelled');

CREATE TABLE "members" (
    "memberId"         uuid PRIMARY KEY,
    "handle"           text NOT NULL,
    "email"            text NOT NULL,
    "emailVerified"    boolean NOT NULL DEFAULT false,
    "passwordHash"     text,
    "givenName"        text,
    "familyName"       text,
    "birthDate"        date,
    "sexAtBirth"       char(1) CHECK ("sexAtBirth" IN ('F', 'M', 'X')),
    "phone"            varchar(24),
    "homeAddress"      jsonb,
    "bodyMetrics"      jsonb NOT NULL DEFAULT '{}',
    "conditions"       text[] NOT NULL DEFAULT '{}',
    "goals"            text[] NOT NULL DEFAULT '{}',
    "emergencyContact" jsonb,
    "privacyChoices"   jsonb NOT NULL DEFAULT '{}',
    "avatarUrl"        text,
    "timeZone"         text NOT NULL DEFAULT 'Europe/London',
    "lastSeenAt"       timestamptz,
    "createdAt"        timestamptz NOT NULL
);
CREATE UNIQUE INDEX "members_email_key" ON "members" (lower("email"));
CREATE UNIQUE INDEX "members_handle_key" ON "members" ("handle");
COMMENT ON COLUMN "members"."bodyMetrics" IS 'Height in cm, weight in kg, VO2max; the latest values only';
COMMENT ON COLUMN "members"."conditions" IS 'PAR-Q answers that a coach has to know before the first session';

CREATE TABLE "gyms" (
    "gymId"        serial PRIMARY KEY,
    "name"         text NOT NULL,
    "location"     jsonb NOT NULL,
    "contact"      jsonb NOT NULL,
    "amenities"    text[] NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN "gyms"."contact" IS 'Front desk: email, phone, website';

CREATE TABLE "trainers" (
    "trainerId"      serial PRIMARY KEY,
    "displayName"    text NOT NULL,
    "contact"        jsonb NOT NULL,
    "bio"            text,
    "certifications" jsonb NOT NULL DEFAULT '[]',
    "languages"      text[] NOT NULL DEFAULT '{en}',
    "payoutIban"     varchar(34),
    "joinedAt"       timestamptz NOT NULL
);
COMMENT ON COLUMN "trainers"."payoutIban" IS 'Weekly payouts go here';

CREATE TABLE "wearableModels" (
    "modelId"      serial PRIMARY KEY,
    "vendor"       text NOT NULL,
    "name"         text NOT NULL,
    "ean"          char(13),
    "sensors"      text[] NOT NULL DEFAULT '{}',
    "specs"        jsonb NOT NULL DEFAULT '{}',
    "supportEmail" text,
    "oauthConfig"  jsonb
);
COMMENT ON COLUMN "wearableModels"."oauthConfig" IS 'Our client at the vendor: endpoints and scopes';

CREATE TABLE "wearables" (
    "wearableId"  uuid PRIMARY KEY,
    "memberId"    uuid NOT NULL,
    "modelId"     integer NOT NULL,
    "label"       text,
    "serialNo"    text,
    "macAddress"  macaddr,
    "imei"        char(15),
    "oauthTokens" jsonb,
    "firmware"    text,
    "pairedAt"    timestamptz NOT NULL
);
CREATE INDEX "wearables_memberId_idx" ON "wearables" ("memberId");
COMMENT ON COLUMN "wearables"."imei" IS 'LTE watches only';

CREATE TABLE "workouts" (
    "workoutId"   bigserial PRIMARY KEY,
    "memberId"    uuid NOT NULL,
    "wearableId"  uuid,
    "kind"        "WorkoutKind" NOT NULL,
    "startedAt"   timestamptz NOT NULL,
    "summary"     jsonb NOT NULL,
    "heartRate"   smallint[],
    "route"       jsonb,
    "exerciseIds" integer[] NOT NULL DEFAULT '{}',
    "note"        text
);
CREATE INDEX "workouts_memberId_startedAt_idx" ON "workouts" ("memberId", "startedAt" DESC);
COMMENT ON COLUMN "workouts"."heartRate" IS 'Beats per minute, one value for each minute';
COMMENT ON COLUMN "workouts"."route" IS 'GeoJSON LineString, simplified to 5 m';

CREATE TABLE "dailyVitals" (
    "memberId"   uuid NOT NULL,
    "day"        date NOT NULL,
    "steps"      integer CHECK ("steps" >= 0),
    "sleep"      jsonb,
    "cycle"      jsonb,
    "sourceIds"  uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY ("memberId", "day")
);
COMMENT ON COLUMN "dailyVitals"."sourceIds" IS 'wearables that contributed to the day';

CREATE TABLE "exercises" (
    "exerciseId" serial PRIMARY KEY,
    "slug"       text NOT NULL UNIQUE,
    "title"      jsonb NOT NULL,
    "muscles"    text[] NOT NULL
);

CREATE TABLE "coachingSessions" (
    "sessionId"  bigserial PRIMARY KEY,
    "memberId"   uuid NOT NULL,
    "trainerId"  integer NOT NULL,
    "gymId"      integer,
    "startsAt"   timestamptz NOT NULL,
    "state"      "SessionState" NOT NULL DEFAULT 'requested',
    "coachNotes" text,
    "feedback"   jsonb
);
CREATE INDEX "coachingSessions_trainerId_idx" ON "coachingSessions" ("trainerId", "startsAt");
COMMENT ON COLUMN "coachingSessions"."coachNotes" IS 'Not shown to the member';

CREATE TABLE "chatMessages" (
    "messageId"   bigserial PRIMARY KEY,
    "memberId"    uuid NOT NULL,
    "trainerId"   integer NOT NULL,
    "sentBy"      text NOT NULL CHECK ("sentBy" IN ('member', 'trainer')),
    "body"        text NOT NULL,
    "attachments" jsonb,
    "sentAt"      timestamptz NOT NULL
);
CREATE INDEX "chatMessages_thread_idx" ON "chatMessages" ("memberId", "trainerId", "sentAt");

CREATE TABLE "payments" (
    "paymentId"   uuid PRIMARY KEY,
    "memberId"    uuid NOT NULL,
    "invoiceNo"   text NOT NULL,
    "items"       jsonb NOT NULL,
    "total"       numeric(9,2) NOT NULL,
    "card"        jsonb,
    "billingName" text,
    "promoCodes"  text[] NOT NULL DEFAULT '{}',
    "paidAt"      timestamptz
);
COMMENT ON COLUMN "payments"."items" IS '[{sku, qty, unit}]';

CREATE TABLE "appInstalls" (
    "installId"     uuid PRIMARY KEY,
    "memberId"      uuid NOT NULL,
    "platform"      text NOT NULL CHECK ("platform" IN ('ios', 'android', 'web')),
    "pushToken"     text,
    "advertisingId" uuid,
    "lastIp"        inet,
    "userAgent"     text,
    "locale"        text,
    "flags"         text[] NOT NULL DEFAULT '{}',
    "recentQueries" text[]
);
CREATE INDEX "appInstalls_memberId_idx" ON "appInstalls" ("memberId");
COMMENT ON COLUMN "appInstalls"."flags" IS 'feature flags switched on for this install';
