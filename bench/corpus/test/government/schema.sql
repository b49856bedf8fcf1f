-- Sistema municipal e estadual de benefícios

CREATE TYPE situacao_requerimento AS ENUM ('protocolado', 'em_analise', 'exigencia', 'deferido', 'indeferido');

CREATE TABLE municipio (
    codigo_ibge char(7) PRIMARY KEY,
    nome varchar(80) NOT NULL,
    uf char(2) NOT NULL,
    populacao int,
    ddd char(2),
    latitude numeric(9,6),
    longitude numeric(9,6)
);

CREATE TABLE orgao (
    id int PRIMARY KEY,
    sigla varchar(12) NOT NULL UNIQUE,
    nome varchar(120) NOT NULL,
    cnpj char(18) NOT NULL,
    esfera varchar(12) NOT NULL CHECK (esfera IN ('municipal', 'estadual', 'federal')),
    email_institucional varchar(100),
    telefone_geral varchar(20),
    endereco_sede text,
    codigo_ibge char(7) REFERENCES municipio
);

CREATE TABLE servidor (
    id int PRIMARY KEY,
    matricula varchar(10) NOT NULL UNIQUE,
    nome varchar(150) NOT NULL,
    cpf char(11) NOT NULL UNIQUE,
    cargo varchar(80),
    orgao_id int NOT NULL REFERENCES orgao,
    email_funcional varchar(120),
    ramal varchar(10),
    remuneracao_bruta numeric(10,2),
    pis_pasep varchar(11),
    senha_hash text,
    data_posse date,
    ativo boolean NOT NULL DEFAULT true
);

CREATE TABLE endereco (
    id bigint PRIMARY KEY,
    logradouro varchar(150),
    numero varchar(10),
    complemento varchar(60),
    bairro varchar(80),
    cep varchar(9),
    localidade varchar(80),
    uf char(2),
    ponto_referencia text,
    codigo_ibge char(7) REFERENCES municipio
);

CREATE TABLE cidadao (
    id bigint PRIMARY KEY,
    nome_completo varchar(150) NOT NULL,
    nome_social varchar(150),
    nome_mae varchar(150),
    data_nascimento date,
    sexo char(1),
    raca_cor varchar(12),
    estado_civil varchar(20),
    cpf varchar(14) UNIQUE,
    rg varchar(14),
    titulo_eleitor varchar(12),
    zona_eleitoral varchar(4),
    nis varchar(11),
    cartao_sus varchar(15),
    email varchar(120),
    celular varchar(20),
    escolaridade varchar(30),
    renda_familiar numeric(10,2),
    pcd boolean,
    endereco_id bigint UNIQUE REFERENCES endereco,
    criado_em timestamptz NOT NULL
);
CREATE INDEX cidadao_nome_idx ON cidadao (nome_completo);

CREATE TABLE beneficio (
    codigo varchar(10) PRIMARY KEY,
    nome varchar(100) NOT NULL,
    descricao text,
    orgao_id int NOT NULL REFERENCES orgao,
    fundamento_legal varchar(80),
    valor_base numeric(10,2),
    renda_maxima numeric(10,2),
    idade_minima smallint,
    vigente boolean NOT NULL DEFAULT true
);

CREATE TABLE requerimento (
    id bigint PRIMARY KEY,
    protocolo varchar(20) NOT NULL UNIQUE,
    cidadao_id bigint NOT NULL REFERENCES cidadao,
    beneficio_codigo varchar(10) NOT NULL REFERENCES beneficio,
    servidor_id int REFERENCES servidor,
    situacao situacao_requerimento NOT NULL DEFAULT 'protocolado',
    canal varchar(16),
    renda_declarada numeric(10,2),
    justificativa text,
    parecer text,
    ip_origem inet,
    data_entrada timestamptz NOT NULL
);
CREATE INDEX requerimento_cidadao_idx ON requerimento (cidadao_id);

CREATE TABLE concessao (
    id bigint PRIMARY KEY,
    numero_beneficio varchar(14) NOT NULL UNIQUE,
    requerimento_id bigint NOT NULL UNIQUE REFERENCES requerimento,
    valor_mensal numeric(10,2) NOT NULL,
    banco char(3),
    agencia varchar(6),
    conta varchar(14),
    chave_pix varchar(120),
    inicio date NOT NULL,
    fim date,
    motivo_cessacao varchar(80)
);

CREATE TABLE pagamento (
    id bigint PRIMARY KEY,
    concessao_id bigint NOT NULL REFERENCES concessao,
    competencia char(7) NOT NULL,
    valor numeric(10,2) NOT NULL,
    lote varchar(16),
    situacao varchar(12) NOT NULL,
    creditado_em date,
    UNIQUE (concessao_id, competencia)
);

CREATE TABLE pericia_medica (
    id int PRIMARY KEY,
    requerimento_id bigint NOT NULL REFERENCES requerimento,
    cid10 varchar(6),
    laudo text,
    incapacidade varchar(20),
    perito_id int REFERENCES servidor,
    realizada_em date
);

CREATE TABLE documento_anexo (
    id bigint PRIMARY KEY,
    requerimento_id bigint NOT NULL REFERENCES requerimento,
    tipo varchar(30) NOT NULL,
    nome_arquivo varchar(80) NOT NULL,
    sha256 char(64),
    tamanho_bytes int,
    texto_ocr text,
    enviado_em timestamptz
);

CREATE TABLE fornecedor (
    id int PRIMARY KEY,
    razao_social varchar(150) NOT NULL,
    nome_fantasia varchar(80),
    cnpj char(18) NOT NULL UNIQUE,
    inscricao_estadual varchar(16),
    email_comercial varchar(100),
    telefone varchar(20),
    cep char(9),
    banco char(3),
    conta_corrente varchar(14),
    porte varchar(8)
);

CREATE TABLE contrato (
    id int PRIMARY KEY,
    numero varchar(16) NOT NULL UNIQUE,
    fornecedor_id int NOT NULL REFERENCES fornecedor,
    orgao_id int NOT NULL REFERENCES orgao,
    fiscal_id int REFERENCES servidor,
    objeto text NOT NULL,
    valor_global numeric(14,2) NOT NULL CHECK (valor_global > 0),
    modalidade varchar(20),
    inicio_vigencia date,
    fim_vigencia date
);

CREATE TABLE manifestacao_ouvidoria (
    id int PRIMARY KEY,
    nup varchar(24) NOT NULL UNIQUE,
    cidadao_id bigint NOT NULL REFERENCES cidadao,
    orgao_id int NOT NULL REFERENCES orgao,
    tipo varchar(16) NOT NULL,
    relato text NOT NULL,
    resposta text,
    telefone_retorno varchar(20),
    sigilo_identidade boolean NOT NULL DEFAULT false,
    registrada_em timestamptz NOT NULL
);

CREATE TABLE acesso_portal (
    id bigint PRIMARY KEY,
    cidadao_id bigint NOT NULL REFERENCES cidadao,
    endereco_ip inet,
    agente_navegador text,
    id_dispositivo uuid,
    pagina varchar(80),
    duracao_s int,
    momento timestamptz NOT NULL
);

CREATE TABLE parametro_sistema (
    chave varchar(60) PRIMARY KEY,
    valor text NOT NULL,
    tipo varchar(10) NOT NULL,
    descricao text
);

COMMENT ON COLUMN municipio.codigo_ibge IS 'Código do IBGE com dígito verificador';
COMMENT ON COLUMN orgao.email_institucional IS 'Caixa postal do órgão';
COMMENT ON COLUMN servidor.remuneracao_bruta IS 'Remuneração bruta mensal, em reais';
COMMENT ON COLUMN servidor.data_posse IS 'Data da posse no cargo atual';
COMMENT ON COLUMN endereco.ponto_referencia IS 'Como chegar, informado pelo morador';
COMMENT ON COLUMN cidadao.nome_social IS 'Nome social, Decreto 8.727/2016';
COMMENT ON COLUMN cidadao.raca_cor IS 'Autodeclaração, categorias do IBGE';
COMMENT ON COLUMN cidadao.nis IS 'Número de Identificação Social (Cadastro Único)';
COMMENT ON COLUMN cidadao.pcd IS 'Pessoa com deficiência';
COMMENT ON COLUMN beneficio.renda_maxima IS 'Renda familiar per capita máxima para ter direito';
COMMENT ON COLUMN requerimento.parecer IS 'Parecer social do servidor responsável';
COMMENT ON COLUMN concessao.chave_pix IS 'CPF, celular, e-mail ou chave aleatória';
COMMENT ON COLUMN pagamento.competencia IS 'AAAA-MM';
COMMENT ON COLUMN pericia_medica.cid10 IS 'Classificação Internacional de Doenças';
COMMENT ON COLUMN documento_anexo.sha256 IS 'Integridade do arquivo no repositório';
COMMENT ON COLUMN fornecedor.porte IS 'MEI, ME, EPP ou DEMAIS';
COMMENT ON COLUMN acesso_portal.pagina IS 'Página visitada no portal do cidadão';
COMMENT ON COLUMN requerimento.canal IS 'Por onde o pedido chegou';
COMMENT ON COLUMN contrato.objeto IS 'Objeto conforme publicado no Diário Oficial';
COMMENT ON COLUMN manifestacao_ouvidoria.nup IS 'Número único de protocolo';
