-- Gestión de personal. Modelo de datos 3.2

create type sexo as enum ('H', 'M', 'X');
create type estado_candidatura as enum ('recibida', 'preseleccion', 'entrevista', 'oferta', 'descartada', 'contratada');

create table centro_trabajo (
    id              serial primary key,
    nombre          varchar(80) not null,
    direccion       varchar(120) not null,
    cp              char(5) not null,
    localidad       varchar(60) not null,
    provincia       varchar(40) not null,
    telefono        varchar(20),
    email           varchar(100)
);

create table departamento (
    id              serial primary key,
    codigo          varchar(8) not null unique,
    nombre          varchar(60) not null,
    centro_coste    varchar(12),
    responsable_id  integer
);
comment on column departamento.centro_coste is 'Centro de coste en contabilidad analítica';

create table puesto (
    id              serial primary key,
    denominacion    varchar(80) not null,
    grupo_cotizacion smallint not null check (grupo_cotizacion between 1 and 11),
    salario_min     numeric(10,2),
    salario_max     numeric(10,2)
);
comment on column puesto.salario_min is 'Banda salarial del puesto, no de la persona';

create table empleado (
    id              serial primary key,
    num_empleado    varchar(8) not null unique,
    nombre          varchar(50) not null,
    apellido1       varchar(50) not null,
    apellido2       varchar(50),
    nif             varchar(12) not null unique,
    naf             varchar(15),
    fecha_nac       date,
    sexo            sexo,
    estado_civil    varchar(16),
    nacionalidad    char(2) default 'ES',
    num_hijos       smallint,
    grado_discapacidad smallint check (grado_discapacidad between 0 and 100),
    domicilio       varchar(120),
    cp              char(5),
    localidad       varchar(60),
    provincia       varchar(40),
    movil           varchar(20),
    tel_fijo        varchar(20),
    email_personal  varchar(120),
    email_corp      varchar(120),
    iban            varchar(29),
    foto            varchar(160),
    afiliado_sindicato varchar(10),
    departamento_id integer references departamento (id),
    puesto_id       integer references puesto (id),
    centro_id       integer references centro_trabajo (id),
    fecha_alta      date not null,
    fecha_baja      date,
    activo          boolean not null default true,
    creado_en       timestamp not null
);
alter table departamento add constraint departamento_responsable_fk foreign key (responsable_id) references empleado (id) deferrable;
create index empleado_apellidos_ix on empleado (apellido1, apellido2, nombre);
create index empleado_departamento_ix on empleado (departamento_id);
comment on column empleado.nif is 'DNI o NIE';
comment on column empleado.naf is 'Número de afiliación a la Seguridad Social';
comment on column empleado.grado_discapacidad is 'Porcentaje reconocido, para el modelo 145';
comment on column empleado.afiliado_sindicato is 'Sindicato cuya cuota se descuenta en nómina';

create table contacto_emergencia (
    id              serial primary key,
    empleado_id     integer not null references empleado (id) on delete cascade,
    nombre_contacto varchar(100) not null,
    parentesco      varchar(20),
    telefono        varchar(20) not null,
    observaciones   text
);

comment on column contacto_emergencia.observaciones is 'Cuándo llamar, idioma, etc.';

create table contrato (
    id              serial primary key,
    empleado_id     integer not null references empleado (id),
    cod_contrato    char(3) not null,
    fecha_inicio    date not null,
    fecha_fin       date,
    salario_bruto_anual numeric(10,2) not null,
    num_pagas       smallint not null default 14,
    jornada_pct     numeric(5,2) not null default 100,
    huella_pdf      char(64),
    check (fecha_fin is null or fecha_fin >= fecha_inicio)
);
create index contrato_empleado_ix on contrato (empleado_id);
comment on column contrato.cod_contrato is 'Clave SEPE: 100 indefinido, 402 eventual, ...';
comment on column contrato.huella_pdf is 'SHA-256 del PDF firmado';

create table nomina (
    id              bigserial primary key,
    empleado_id     integer not null references empleado (id),
    periodo         char(7) not null,
    devengado       numeric(10,2) not null,
    pct_irpf        numeric(5,2) not null,
    ret_irpf        numeric(10,2) not null,
    cuota_ss        numeric(10,2) not null,
    liquido         numeric(10,2) not null,
    iban_abono      varchar(29),
    fecha_pago      date,
    remesa          varchar(20),
    unique (empleado_id, periodo)
);
comment on column nomina.remesa is 'Identificador del fichero SEPA';
comment on column nomina.liquido is 'Líquido a percibir';

create table tipo_ausencia (
    codigo          varchar(6) primary key,
    descripcion     varchar(80) not null,
    retribuida      boolean not null,
    dias_max        smallint,
    justificante    boolean not null default false
);

create table ausencia (
    id              serial primary key,
    empleado_id     integer not null references empleado (id),
    tipo            varchar(6) not null references tipo_ausencia (codigo),
    desde           date not null,
    hasta           date,
    motivo          text,
    diagnostico     varchar(120),
    aprobado_por    integer references empleado (id),
    check (hasta >= desde)
);
create index ausencia_empleado_ix on ausencia (empleado_id, desde);
comment on column ausencia.diagnostico is 'Solo bajas por incapacidad temporal';

create table reconocimiento_medico (
    id              serial primary key,
    empleado_id     integer not null references empleado (id),
    fecha           date not null,
    aptitud         varchar(24),
    grupo_sanguineo varchar(3),
    restricciones   text,
    mutua           varchar(40)
);

create table evaluacion (
    id              serial primary key,
    empleado_id     integer not null references empleado (id),
    evaluador_id    integer references empleado (id),
    ejercicio       smallint not null,
    puntuacion      numeric(3,1) check (puntuacion between 0 and 10),
    comentarios     text,
    cerrada         boolean not null default false
);

create table candidato (
    id              serial primary key,
    nombre_completo varchar(120) not null,
    correo          varchar(120) not null,
    tel             varchar(20),
    ciudad          varchar(60),
    anio_nac        smallint,
    linkedin        varchar(160),
    formacion       varchar(120),
    empresa_actual  varchar(80),
    puesto_actual   varchar(80),
    pretension_salarial integer,
    permiso_conducir varchar(4),
    carta           text,
    ip_registro     inet,
    consiente_rgpd  boolean not null default false,
    fuente          varchar(30),
    fecha_registro  timestamp not null
);
create unique index candidato_correo_uk on candidato (lower(correo));
comment on column candidato.consiente_rgpd is 'Consiente que se conserve el CV durante un año';

create table oferta (
    id              serial primary key,
    puesto_id       integer references puesto (id),
    centro_id       integer references centro_trabajo (id),
    titulo          varchar(120) not null,
    texto           text,
    salario_ofertado varchar(40),
    publicada       date,
    abierta         boolean not null default true
);

create table candidatura (
    candidato_id    integer not null references candidato (id) on delete cascade,
    oferta_id       integer not null references oferta (id),
    estado          estado_candidatura not null default 'recibida',
    valoracion      smallint check (valoracion between 1 and 5),
    notas_entrevista text,
    fecha           timestamp not null,
    primary key (candidato_id, oferta_id)
);
comment on column candidatura.valoracion is 'De 1 a 5, la pone quien entrevista';

create table usuario (
    id              serial primary key,
    empleado_id     integer not null unique references empleado (id),
    login           varchar(30) not null unique,
    clave           varchar(80) not null,
    ip_ultimo_acceso inet,
    ultimo_acceso   timestamp,
    rol             varchar(16) not null default 'empleado',
    bloqueado       boolean not null default false
);

create table proveedor_formacion (
    id              serial primary key,
    razon_social    varchar(100) not null,
    cif             char(9) not null unique,
    telefono        varchar(20),
    email           varchar(100),
    web             varchar(100),
    iban            varchar(29)
);
comment on column usuario.clave is 'bcrypt';
comment on column oferta.salario_ofertado is 'Texto libre que se publica en la web';

comment on column proveedor_formacion.iban is 'Cuenta de cargo de las facturas';
