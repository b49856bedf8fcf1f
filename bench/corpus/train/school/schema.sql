-- Vie scolaire : schéma de la base

CREATE TYPE regime_scolaire AS ENUM ('externe', 'demi-pensionnaire', 'interne');

CREATE TABLE etablissement (
    id            integer PRIMARY KEY,
    uai           char(8) NOT NULL UNIQUE,
    siret         char(14),
    nom           varchar(100) NOT NULL,
    adresse       varchar(150),
    code_postal   char(5),
    ville         varchar(60),
    telephone     varchar(20),
    courriel      varchar(100),
    academie      varchar(40)
);
COMMENT ON COLUMN etablissement.uai IS 'Code UAI (ancien RNE)';

CREATE TABLE enseignant (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    numen         char(13) UNIQUE,
    civilite      varchar(4),
    nom           varchar(60) NOT NULL,
    prenom        varchar(60) NOT NULL,
    courriel      varchar(120),
    tel           varchar(20),
    nir           varchar(21),
    date_naiss    date,
    corps         varchar(40),
    etablissement_id integer REFERENCES etablissement (id),
    casier        smallint
);
COMMENT ON COLUMN enseignant.nir IS 'Numéro de sécurité sociale';
COMMENT ON COLUMN enseignant.casier IS 'Casier en salle des professeurs';

CREATE TABLE matiere (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code          varchar(8) NOT NULL UNIQUE,
    libelle       varchar(60) NOT NULL,
    coefficient   numeric(3,1) NOT NULL DEFAULT 1,
    couleur       char(7)
);

CREATE TABLE classe (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    etablissement_id integer NOT NULL REFERENCES etablissement (id),
    libelle       varchar(20) NOT NULL,
    niveau        varchar(20) NOT NULL,
    annee         char(9) NOT NULL,
    salle         varchar(10),
    effectif_max  smallint CHECK (effectif_max > 0),
    prof_principal_id integer REFERENCES enseignant (id),
    UNIQUE (etablissement_id, libelle, annee)
);
COMMENT ON COLUMN classe.annee IS 'Année scolaire, par exemple 2023-2024';

CREATE TABLE eleve (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ine           char(11) UNIQUE,
    nom           varchar(60) NOT NULL,
    prenom        varchar(60) NOT NULL,
    autres_prenoms varchar(100),
    date_naissance date NOT NULL,
    commune_naissance varchar(60),
    sexe          char(1) CHECK (sexe IN ('F', 'M')),
    nationalite   varchar(30),
    langue_maternelle varchar(30),
    adresse       varchar(150),
    code_postal   char(5),
    ville         varchar(60),
    portable      varchar(20),
    courriel      varchar(120),
    photo         varchar(120),
    pai           text,
    boursier      boolean NOT NULL DEFAULT false,
    droit_image   boolean,
    regime        regime_scolaire NOT NULL DEFAULT 'demi-pensionnaire',
    classe_id     integer REFERENCES classe (id),
    date_entree   date,
    maj_le        timestamptz
);
CREATE INDEX eleve_nom_idx ON eleve (nom, prenom);
CREATE INDEX eleve_classe_idx ON eleve (classe_id);
COMMENT ON COLUMN eleve.ine IS 'Identifiant national élève';
COMMENT ON COLUMN eleve.pai IS 'Projet d''accueil individualisé : traitement, conduite à tenir';
COMMENT ON COLUMN eleve.droit_image IS 'Autorisation de publier des photos, NULL si pas de réponse';

CREATE TABLE responsable (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    civilite      varchar(4),
    nom           varchar(60) NOT NULL,
    prenom        varchar(60),
    tel_portable  varchar(20),
    tel_domicile  varchar(20),
    tel_travail   varchar(20),
    courriel      varchar(120),
    adresse       varchar(150),
    code_postal   char(5),
    ville         varchar(60),
    profession    varchar(60),
    employeur     varchar(80),
    situation_familiale varchar(20),
    num_caf       varchar(8),
    quotient_familial numeric(8,2),
    iban          varchar(34),
    accepte_sms   boolean NOT NULL DEFAULT true,
    cree_le       timestamptz NOT NULL
);
CREATE INDEX responsable_courriel_idx ON responsable (lower(courriel));
COMMENT ON COLUMN responsable.num_caf IS 'Numéro d''allocataire';
COMMENT ON COLUMN responsable.quotient_familial IS 'Sert au calcul du tarif de cantine';
COMMENT ON COLUMN responsable.iban IS 'Compte à prélever';

CREATE TABLE eleve_responsable (
    eleve_id      integer NOT NULL REFERENCES eleve (id) ON DELETE CASCADE,
    responsable_id integer NOT NULL REFERENCES responsable (id) ON DELETE CASCADE,
    lien          varchar(20) NOT NULL,
    autorite_parentale boolean NOT NULL DEFAULT true,
    ordre_appel   smallint NOT NULL DEFAULT 1,
    PRIMARY KEY (eleve_id, responsable_id)
);
COMMENT ON COLUMN eleve_responsable.lien IS 'père, mère, tuteur...';

CREATE TABLE cours (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    classe_id     integer NOT NULL REFERENCES classe (id),
    matiere_id    integer NOT NULL REFERENCES matiere (id),
    enseignant_id integer REFERENCES enseignant (id),
    jour          smallint NOT NULL CHECK (jour BETWEEN 1 AND 6),
    debut         time NOT NULL,
    fin           time NOT NULL,
    salle         varchar(10),
    CHECK (fin > debut)
);
COMMENT ON COLUMN cours.jour IS '1 = lundi';

CREATE TABLE note (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    eleve_id      integer NOT NULL REFERENCES eleve (id),
    matiere_id    integer NOT NULL REFERENCES matiere (id),
    trimestre     smallint NOT NULL CHECK (trimestre BETWEEN 1 AND 3),
    valeur        numeric(4,2),
    bareme        smallint NOT NULL DEFAULT 20,
    appreciation  text,
    date_eval     date,
    saisie_par    integer REFERENCES enseignant (id)
);
CREATE INDEX note_eleve_idx ON note (eleve_id, matiere_id);
COMMENT ON COLUMN note.valeur IS 'NULL si absent ou non noté';

CREATE TABLE absence (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    eleve_id      integer NOT NULL REFERENCES eleve (id),
    debut         timestamp NOT NULL,
    fin           timestamp,
    motif         varchar(200),
    signalee_par  varchar(80),
    justifiee     boolean NOT NULL DEFAULT false,
    saisie_le     timestamptz
);
COMMENT ON COLUMN absence.signalee_par IS 'Personne qui a prévenu la vie scolaire';

CREATE TABLE cantine (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    eleve_id      integer NOT NULL UNIQUE REFERENCES eleve (id),
    jours         text[] NOT NULL,
    regime_alim   varchar(40),
    allergies     text,
    num_badge     char(10),
    tarif         numeric(4,2) NOT NULL
);
COMMENT ON COLUMN cantine.tarif IS 'Prix du repas en euros';

CREATE TABLE facture (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    responsable_id integer NOT NULL REFERENCES responsable (id),
    numero        varchar(16) NOT NULL UNIQUE,
    libelle       varchar(80),
    montant       numeric(8,2) NOT NULL,
    emise_le      date NOT NULL,
    echeance      date,
    payee_le      date,
    mode          varchar(12)
);

CREATE TABLE livre (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    isbn          char(13),
    titre         varchar(120) NOT NULL,
    auteur        varchar(80),
    editeur       varchar(60),
    annee         smallint,
    cote          varchar(12),
    exemplaires   smallint NOT NULL DEFAULT 1
);
COMMENT ON COLUMN livre.cote IS 'Cote de rangement au CDI';

CREATE TABLE emprunt (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    livre_id      integer NOT NULL REFERENCES livre (id),
    eleve_id      integer NOT NULL,
    sorti_le      date NOT NULL,
    rendu_le      date,
    nb_relances   smallint NOT NULL DEFAULT 0
);
CREATE INDEX emprunt_eleve_idx ON emprunt (eleve_id);

CREATE TABLE passage_infirmerie (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    eleve_id      integer NOT NULL REFERENCES eleve (id),
    arrivee       timestamp NOT NULL,
    depart        timestamp,
    symptomes     text,
    soins         text,
    temperature   numeric(3,1) CHECK (temperature BETWEEN 33 AND 43),
    famille_prevenue boolean NOT NULL DEFAULT false
);

CREATE TABLE compte (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    identifiant   varchar(40) NOT NULL UNIQUE,
    mot_de_passe  varchar(100) NOT NULL,
    eleve_id      integer REFERENCES eleve (id),
    responsable_id integer REFERENCES responsable (id),
    enseignant_id integer REFERENCES enseignant (id),
    jeton_reinit  uuid,
    derniere_ip   inet,
    navigateur    text,
    derniere_connexion timestamptz,
    actif         boolean NOT NULL DEFAULT true,
    CHECK (num_nonnulls(eleve_id, responsable_id, enseignant_id) = 1)
);
COMMENT ON COLUMN compte.jeton_reinit IS 'Lien « mot de passe oublié »';
COMMENT ON COLUMN compte.mot_de_passe IS 'bcrypt';
