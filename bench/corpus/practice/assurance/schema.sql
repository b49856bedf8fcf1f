-- Mutuelle : adhérents, contrats, sinistres

CREATE TYPE statut_contrat AS ENUM ('projet', 'actif', 'suspendu', 'resilie');

CREATE TABLE agence (
    id_agence     serial PRIMARY KEY,
    code_agence   char(4) NOT NULL UNIQUE,
    nom           varchar(80) NOT NULL,
    adresse       varchar(120) NOT NULL,
    code_postal   char(5) NOT NULL,
    ville         varchar(60) NOT NULL,
    telephone     varchar(20)
);

CREATE TABLE produit (
    code_produit  varchar(8) PRIMARY KEY,
    libelle       varchar(80) NOT NULL,
    branche       varchar(20) NOT NULL CHECK (branche IN ('auto', 'habitation', 'sante', 'prevoyance')),
    description   text,
    franchise     numeric(8,2) NOT NULL DEFAULT 0
);

CREATE TABLE salarie (
    id_salarie    serial PRIMARY KEY,
    matricule     char(6) NOT NULL UNIQUE,
    nom           varchar(60) NOT NULL,
    prenom        varchar(60) NOT NULL,
    courriel      varchar(120),
    fonction      varchar(60),
    identifiant   varchar(20) NOT NULL,
    mdp_hache     varchar(100) NOT NULL,
    id_agence     int NOT NULL REFERENCES agence
);
COMMENT ON COLUMN salarie.matricule IS 'Numéro attribué par la paie';

CREATE TABLE adherent (
    id_adherent         bigint PRIMARY KEY,
    numero_adherent     char(9) NOT NULL UNIQUE,
    civilite            varchar(4),
    nom                 varchar(60) NOT NULL,
    prenom              varchar(60) NOT NULL,
    date_naissance      date NOT NULL,
    lieu_naissance      varchar(60),
    nir                 char(15),
    situation_familiale char(1) CHECK (situation_familiale IN ('C', 'M', 'P', 'D', 'V')),
    profession          varchar(60),
    courriel            varchar(120),
    mobile              varchar(20),
    adresse             varchar(120),
    code_postal         varchar(5),
    commune             varchar(60),
    iban                varchar(34),
    optin_partenaires   boolean NOT NULL DEFAULT false,
    statut              smallint NOT NULL DEFAULT 1,
    cree_le             timestamptz NOT NULL
);
CREATE INDEX adherent_nom_idx ON adherent (nom, prenom);
CREATE INDEX adherent_cp_idx ON adherent (code_postal);
COMMENT ON COLUMN adherent.civilite IS 'M. ou Mme';
COMMENT ON COLUMN adherent.nir IS 'Numéro de sécurité sociale avec la clé';
COMMENT ON COLUMN adherent.situation_familiale IS 'C célibataire, M marié, P pacsé, D divorcé, V veuf';
COMMENT ON COLUMN adherent.iban IS 'Compte à débiter pour les cotisations';
COMMENT ON COLUMN adherent.optin_partenaires IS 'Accepte les offres de nos partenaires';
COMMENT ON COLUMN adherent.statut IS '0 radié, 1 actif, 2 en attente de pièces';

CREATE TABLE contrat (
    id_contrat      bigint PRIMARY KEY,
    numero_police   varchar(20) NOT NULL UNIQUE,
    id_adherent     bigint NOT NULL REFERENCES adherent,
    code_produit    varchar(8) NOT NULL REFERENCES produit,
    id_gestionnaire int REFERENCES salarie (id_salarie),
    date_effet      date NOT NULL,
    prime_annuelle  numeric(10,2) NOT NULL,
    statut          statut_contrat NOT NULL DEFAULT 'projet',
    observations    text
);
CREATE INDEX contrat_adherent_idx ON contrat (id_adherent);
COMMENT ON COLUMN contrat.id_gestionnaire IS 'Salarié qui suit le dossier';

CREATE TABLE vehicule (
    id_vehicule        bigint PRIMARY KEY,
    id_contrat         bigint NOT NULL REFERENCES contrat,
    immatriculation    varchar(12),
    numero_serie       char(17),
    marque             varchar(30) NOT NULL,
    modele             varchar(40) NOT NULL,
    energie            varchar(12),
    cp_stationnement   varchar(5)
);
COMMENT ON COLUMN vehicule.numero_serie IS 'VIN, case E de la carte grise';
COMMENT ON COLUMN vehicule.cp_stationnement IS 'Code postal du lieu de stationnement la nuit';

CREATE TABLE conducteur (
    id_conducteur   bigint PRIMARY KEY,
    id_vehicule     bigint NOT NULL REFERENCES vehicule,
    nom             varchar(60) NOT NULL,
    prenom          varchar(60) NOT NULL,
    date_naissance  date,
    numero_permis   varchar(15),
    bonus_malus     numeric(3,2) NOT NULL DEFAULT 1.00 CHECK (bonus_malus BETWEEN 0.50 AND 3.50)
);
COMMENT ON COLUMN conducteur.bonus_malus IS 'Coefficient de réduction-majoration';

CREATE TABLE beneficiaire (
    id_beneficiaire bigint PRIMARY KEY,
    id_contrat      bigint NOT NULL REFERENCES contrat,
    nom             varchar(60) NOT NULL,
    prenom          varchar(60) NOT NULL,
    date_naissance  date,
    lien_parente    varchar(20),
    part_capital    numeric(5,2)
);
COMMENT ON COLUMN beneficiaire.part_capital IS 'En pour cent';

CREATE TABLE prestataire (
    id_prestataire  serial PRIMARY KEY,
    raison_sociale  varchar(80) NOT NULL,
    siret           char(14) NOT NULL UNIQUE,
    type_activite   varchar(20) NOT NULL,
    adresse         varchar(120),
    code_postal     char(5),
    ville           varchar(60),
    telephone       varchar(20),
    courriel        varchar(120)
);

CREATE TABLE expert (
    id_expert       serial PRIMARY KEY,
    id_prestataire  int REFERENCES prestataire,
    nom_complet     varchar(100) NOT NULL,
    numero_agrement varchar(12),
    mobile          varchar(20),
    courriel        varchar(120)
);
COMMENT ON COLUMN expert.numero_agrement IS 'Inscription sur la liste nationale';

CREATE TABLE sinistre (
    id_sinistre       bigint PRIMARY KEY,
    numero_dossier    varchar(16) NOT NULL UNIQUE,
    id_contrat        bigint NOT NULL REFERENCES contrat,
    id_expert         int REFERENCES expert,
    survenu_le        date NOT NULL,
    nature            varchar(20) NOT NULL,
    lieu              varchar(120),
    circonstances     text,
    blessures         text,
    tiers_nom         varchar(100),
    constat_fichier   varchar(80),
    constat_sha256    char(64),
    montant_regle     numeric(10,2)
);
CREATE INDEX sinistre_contrat_idx ON sinistre (id_contrat);
COMMENT ON COLUMN sinistre.tiers_nom IS 'Partie adverse, si elle est connue';

CREATE TABLE cotisation (
    id_cotisation   bigserial PRIMARY KEY,
    id_contrat      bigint NOT NULL REFERENCES contrat,
    echeance        date NOT NULL,
    montant         numeric(10,2) NOT NULL,
    mode_paiement   varchar(12) NOT NULL,
    regle_le        date
);
COMMENT ON COLUMN cotisation.mode_paiement IS 'prelevement, carte, cheque ou virement';
