-- Advertising platform: core schema.
-- Relations are resolved by the application; the database keeps keys and unique indexes only.

CREATE TYPE "accountStatus" AS ENUM ('active', 'paused', 'closed', 'review');
CREATE TYPE "campaignObjective" AS ENUM ('awareness', 'traffic', 'leads', 'sales', 'appInstalls');

CREATE TABLE "advertiserAccounts" (
    "accountId" bigint PRIMARY KEY,
    "legalName" varchar(160) NOT NULL,
    "brandName" varchar(80),
    "vatNumber" varchar(20),
    "billingEmail" varchar(160) NOT NULL,
    "switchboardPhone" varchar(32),
    "websiteUrl" text,
    "hqStreet" varchar(120),
    "hqCity" varchar(80),
    "hqPostcode" varchar(12),
    "countryCode" char(2) NOT NULL,
    "creditLimit" numeric(12,2) NOT NULL DEFAULT 0,
    "reportingTimeZone" text NOT NULL DEFAULT 'Europe/London',
    "status" "accountStatus" NOT NULL DEFAULT 'active',
    "createdAt" timestamptz NOT NULL
);
CREATE UNIQUE INDEX "advertiserAccounts_billingEmail_key" ON "advertiserAccounts" ("billingEmail");

CREATE TABLE "contactPersons" (
    "contactId" bigint PRIMARY KEY,
    "accountId" bigint,
    "publisherId" bigint,
    "firstName" varchar(60),
    "lastName" varchar(60) NOT NULL,
    "workEmail" varchar(160),
    "directPhone" varchar(32),
    "jobTitle" varchar(80),
    "contactRole" varchar(20) NOT NULL,
    "spokenLanguage" varchar(20),
    "birthday" date,
    "linkedinUrl" text,
    "relationshipNotes" text,
    "newsletterOptIn" boolean NOT NULL DEFAULT false,
    "createdAt" timestamptz NOT NULL,
    CHECK ("accountId" IS NOT NULL OR "publisherId" IS NOT NULL)
);

CREATE TABLE "platformUsers" (
    "userId" uuid PRIMARY KEY,
    "accountId" bigint NOT NULL,
    "username" varchar(40) NOT NULL,
    "displayName" varchar(80),
    "loginEmail" varchar(160) NOT NULL,
    "passwordHash" char(60) NOT NULL,
    "totpSecret" varchar(32),
    "recoveryPhone" varchar(32),
    "avatarUrl" text,
    "uiLocale" varchar(8) NOT NULL DEFAULT 'en-GB',
    "personalTimeZone" text,
    "lastLoginIp" inet,
    "lastLoginAt" timestamptz,
    "failedLogins" smallint NOT NULL DEFAULT 0,
    "accessLevel" varchar(12) NOT NULL CHECK ("accessLevel" IN ('owner', 'manager', 'analyst', 'readonly')),
    "createdAt" timestamptz NOT NULL
);
CREATE UNIQUE INDEX "platformUsers_username_key" ON "platformUsers" ("username");
CREATE UNIQUE INDEX "platformUsers_loginEmail_key" ON "platformUsers" ("loginEmail");

CREATE TABLE "campaigns" (
    "campaignId" bigint PRIMARY KEY,
    "accountId" bigint NOT NULL,
    "name" varchar(120) NOT NULL,
    "objective" "campaignObjective" NOT NULL,
    "dailyBudget" numeric(10,2) NOT NULL CHECK ("dailyBudget" >= 0),
    "targeting" jsonb NOT NULL DEFAULT '{}',
    "startsOn" date NOT NULL,
    "endsOn" date,
    "createdByUserId" uuid NOT NULL
);

CREATE TABLE "creatives" (
    "creativeId" bigint PRIMARY KEY,
    "campaignId" bigint NOT NULL,
    "headline" varchar(90) NOT NULL,
    "bodyText" text,
    "landingUrl" text NOT NULL,
    "assetFileName" varchar(120),
    "assetSha256" char(64),
    "reviewState" varchar(12) NOT NULL,
    "reviewedByUserId" uuid
);

CREATE TABLE "audiences" (
    "audienceId" bigint PRIMARY KEY,
    "accountId" bigint NOT NULL,
    "title" varchar(100) NOT NULL,
    "source" varchar(20) NOT NULL,
    "rules" jsonb,
    "estimatedSize" int
);

CREATE TABLE "deviceProfiles" (
    "profileId" bigint PRIMARY KEY,
    "advertisingId" uuid,
    "cookieId" varchar(40),
    "userAgent" text,
    "deviceModel" varchar(40),
    "carrierName" varchar(40),
    "lastIp" inet,
    "lat" numeric(8,5),
    "lon" numeric(8,5),
    "homePostcode" varchar(10),
    "inferredAgeBand" varchar(8),
    "inferredGender" char(1),
    "incomeBand" varchar(12),
    "householdType" varchar(24),
    "interestSegments" text[],
    "tcString" text,
    "firstSeenAt" timestamptz NOT NULL
);
CREATE UNIQUE INDEX "deviceProfiles_cookieId_key" ON "deviceProfiles" ("cookieId");

CREATE TABLE "audienceMembers" (
    "audienceId" bigint NOT NULL,
    "profileId" bigint NOT NULL,
    "emailSha256" char(64),
    "propensity" numeric(4,3),
    "addedAt" timestamptz NOT NULL,
    PRIMARY KEY ("audienceId", "profileId")
);

CREATE TABLE "impressions" (
    "impressionId" bigint PRIMARY KEY,
    "auctionId" uuid NOT NULL,
    "creativeId" bigint NOT NULL,
    "siteId" int NOT NULL,
    "profileId" bigint NOT NULL,
    "ipAddress" inet,
    "pageUrl" text,
    "ua" text,
    "referrer" text,
    "geoCity" varchar(60),
    "priceMicros" bigint NOT NULL,
    "viewable" boolean,
    "servedAt" timestamptz NOT NULL
);

CREATE TABLE "clicks" (
    "clickId" uuid PRIMARY KEY,
    "impressionId" bigint NOT NULL,
    "clickIp" inet,
    "deviceIdentifier" varchar(64),
    "sdkUserAgent" varchar(200),
    "invalidReason" varchar(24),
    "clickedAt" timestamptz NOT NULL
);
CREATE UNIQUE INDEX "clicks_impressionId_key" ON "clicks" ("impressionId");

CREATE TABLE "conversions" (
    "conversionId" bigint PRIMARY KEY,
    "clickId" uuid NOT NULL,
    "eventName" varchar(32) NOT NULL,
    "orderRef" varchar(32),
    "orderValue" numeric(10,2),
    "buyerName" varchar(100),
    "shipTown" varchar(60),
    "shipPostcode" varchar(10),
    "buyerEmail" varchar(160),
    "buyerPhone" varchar(32),
    "payload" jsonb,
    "occurredAt" timestamptz NOT NULL
);

CREATE TABLE "invoices" (
    "invoiceId" bigint PRIMARY KEY,
    "accountId" bigint NOT NULL,
    "invoiceNumber" varchar(20) NOT NULL UNIQUE,
    "poNumber" varchar(30),
    "netAmount" numeric(12,2) NOT NULL,
    "vatRate" numeric(4,2) NOT NULL,
    "pdfFileName" varchar(80),
    "issuedAt" timestamptz NOT NULL,
    "paidAt" timestamptz
);

CREATE TABLE "paymentMethods" (
    "paymentMethodId" bigint PRIMARY KEY,
    "holderContactId" bigint NOT NULL,
    "nameOnCard" varchar(80),
    "billingPostcode" varchar(10),
    "cardLast4" char(4),
    "cardExpiry" char(5),
    "gatewayToken" varchar(40) NOT NULL,
    "isDefault" boolean NOT NULL DEFAULT false
);

CREATE TABLE "publishers" (
    "publisherId" bigint PRIMARY KEY,
    "companyName" varchar(120) NOT NULL,
    "adOpsEmail" varchar(120),
    "registrationNumber" varchar(12),
    "payoutIban" varchar(34),
    "officeCity" varchar(60),
    "revenueSharePct" numeric(4,1) NOT NULL,
    "joinedAt" timestamptz NOT NULL
);

CREATE TABLE "sites" (
    "siteId" int PRIMARY KEY,
    "publisherId" bigint NOT NULL,
    "domain" varchar(120) NOT NULL,
    "categoryCode" varchar(10),
    "originIp" inet,
    "adsTxtHash" char(40),
    "monthlyPageviews" bigint
);
CREATE UNIQUE INDEX "sites_domain_key" ON "sites" ("domain");

CREATE TABLE "privacyRequests" (
    "requestId" int PRIMARY KEY,
    "requesterName" varchar(120),
    "requesterEmail" varchar(160) NOT NULL,
    "postalAddress" text,
    "requesterIp" inet,
    "requestType" varchar(16) NOT NULL CHECK ("requestType" IN ('optOut', 'access', 'erasure')),
    "message" text,
    "residenceCountry" varchar(40),
    "handledByUserId" uuid,
    "receivedAt" timestamptz NOT NULL,
    "closedAt" timestamptz
);

COMMENT ON COLUMN "advertiserAccounts"."billingEmail" IS 'Shared accounts-payable mailbox, invoices go here';
COMMENT ON COLUMN "contactPersons"."contactRole" IS 'primary, billing, creative, legal';
COMMENT ON COLUMN "contactPersons"."relationshipNotes" IS 'Free text of the account manager';
COMMENT ON COLUMN "platformUsers"."passwordHash" IS 'bcrypt, cost 12';
COMMENT ON COLUMN "campaigns"."dailyBudget" IS 'In account currency';
COMMENT ON COLUMN "campaigns"."targeting" IS 'Geo, age and interest targets of the campaign';
COMMENT ON COLUMN "creatives"."assetSha256" IS 'Hash of the uploaded banner, used for de-duplication';
COMMENT ON COLUMN "deviceProfiles"."advertisingId" IS 'IDFA or GAID; null when tracking is not allowed';
COMMENT ON COLUMN "deviceProfiles"."tcString" IS 'IAB TCF v2 consent string';
COMMENT ON COLUMN "audienceMembers"."emailSha256" IS 'SHA-256 of the lower-cased address from the uploaded list';
COMMENT ON COLUMN "deviceProfiles"."incomeBand" IS 'Modelled household income, GBP a year';
COMMENT ON COLUMN "paymentMethods"."gatewayToken" IS 'Reference at the payment gateway';
COMMENT ON COLUMN "privacyRequests"."residenceCountry" IS 'As typed in the form';
COMMENT ON COLUMN "impressions"."priceMicros" IS 'Clearing price, millionths of USD';
COMMENT ON COLUMN "clicks"."deviceIdentifier" IS 'As reported by the SDK, upper case without dashes on iOS';
COMMENT ON COLUMN "conversions"."payload" IS 'Raw postback from the advertiser';
COMMENT ON COLUMN "publishers"."revenueSharePct" IS 'Per cent of the clearing price';
COMMENT ON COLUMN "sites"."originIp" IS 'Address the crawler fetched ads.txt from';
COMMENT ON COLUMN "advertiserAccounts"."switchboardPhone" IS 'Reception desk of the company';
COMMENT ON COLUMN "contactPersons"."directPhone" IS 'Mobile or direct line';
COMMENT ON COLUMN "audiences"."rules" IS 'Membership rules of pixel audiences';
