-- Pedidos, entregas e pagamentos do aplicativo.

CREATE TYPE status_pedido AS ENUM (
    'criado', 'confirmado', 'em_preparo', 'saiu_entrega', 'entregue', 'cancelado'
);
CREATE TYPE forma_pagamento AS ENUM ('credito', 'debito', 'pix', 'vale_refeicao', 'dinheiro');

CREATE TABLE cidade (
    id          serial PRIMARY KEY,
    nome        varchar(80) NOT NULL,
    uf          char(2) NOT NULL,
    codigo_ibge integer NOT NULL UNIQUE,
    ddd         smallint NOT NULL
);
COMMENT ON COLUMN cidade.codigo_ibge IS 'Código do município no IBGE, sete dígitos';

CREATE TABLE restaurante (
    id             bigserial PRIMARY KEY,
    cidade_id      integer NOT NULL REFERENCES cidade (id),
    nome_fantasia  varchar(120) NOT NULL,
    razao_social   varchar(160) NOT NULL,
    cnpj           char(14) NOT NULL UNIQUE,
    email          varchar(120),
    telefone       varchar(20),
    endereco       varchar(200) NOT NULL,
    cep            char(9) NOT NULL,
    latitude       numeric(9, 6),
    longitude      numeric(9, 6),
    comissao_pct   numeric(5, 2) NOT NULL DEFAULT 23.00,
    horario        jsonb NOT NULL DEFAULT '{}',
    CHECK (comissao_pct BETWEEN 0 AND 100)
);
COMMENT ON COLUMN restaurante.comissao_pct IS 'Percentual retido sobre o subtotal do pedido';
COMMENT ON COLUMN restaurante.horario IS 'Abertura e fechamento por dia da semana';

CREATE TABLE item_cardapio (
    id             bigserial PRIMARY KEY,
    restaurante_id bigint NOT NULL REFERENCES restaurante (id),
    nome           varchar(120) NOT NULL,
    descricao      text,
    preco          numeric(8, 2) NOT NULL CHECK (preco >= 0),
    ean            char(13),
    imagem         varchar(160)
);
CREATE INDEX item_cardapio_restaurante_idx ON item_cardapio (restaurante_id);
COMMENT ON COLUMN item_cardapio.ean IS 'Só para produtos industrializados (bebidas, sorvetes)';

CREATE TABLE cliente (
    id               bigserial PRIMARY KEY,
    nome             varchar(120) NOT NULL,
    apelido          varchar(40),
    cpf              varchar(14) UNIQUE,
    email            varchar(120) NOT NULL,
    celular          varchar(20) NOT NULL,
    data_nascimento  date,
    genero           varchar(16),
    senha_hash       varchar(80) NOT NULL,
    foto             varchar(160),
    restricoes       text[],
    saldo_carteira   numeric(10, 2) NOT NULL DEFAULT 0,
    aceita_marketing boolean NOT NULL DEFAULT false,
    ultimo_acesso_em timestamptz,
    criado_em        timestamptz NOT NULL
);
CREATE UNIQUE INDEX cliente_email_idx ON cliente (lower(email));
COMMENT ON COLUMN cliente.apelido IS 'Como a pessoa quer ser chamada no aplicativo';
COMMENT ON COLUMN cliente.restricoes IS 'Alergias e restrições alimentares informadas no cadastro';
COMMENT ON COLUMN cliente.aceita_marketing IS 'Consentimento para receber promoções (LGPD, art. 8º)';

CREATE TABLE endereco_entrega (
    id          bigserial PRIMARY KEY,
    cliente_id  bigint NOT NULL REFERENCES cliente (id) ON DELETE CASCADE,
    logradouro  varchar(120) NOT NULL,
    numero      varchar(10) NOT NULL,
    complemento varchar(60),
    bairro      varchar(60),
    cidade      varchar(80) NOT NULL,
    uf          char(2) NOT NULL,
    cep         varchar(9) NOT NULL,
    referencia  text,
    lat         double precision,
    lng         double precision
);
CREATE INDEX endereco_entrega_cliente_idx ON endereco_entrega (cliente_id);
COMMENT ON COLUMN endereco_entrega.referencia IS 'Ponto de referência para o entregador';

CREATE TABLE entregador (
    id            bigserial PRIMARY KEY,
    cidade_id     integer NOT NULL REFERENCES cidade (id),
    nome          varchar(120) NOT NULL,
    cpf           char(11) NOT NULL UNIQUE,
    nascimento    date NOT NULL,
    telefone      varchar(20) NOT NULL,
    email         varchar(120),
    cnh           char(11),
    placa         varchar(8),
    tipo_veiculo  varchar(12) NOT NULL CHECK (tipo_veiculo IN ('moto', 'bicicleta', 'carro')),
    chave_pix     varchar(120),
    banco_conta   varchar(40),
    selfie        varchar(160),
    nota_media    numeric(3, 2),
    ativo         boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN entregador.cnh IS 'Número de registro da CNH; vazio para quem entrega de bicicleta';
COMMENT ON COLUMN entregador.selfie IS 'Imagem usada na verificação facial do início do turno';

CREATE TABLE pedido (
    id             bigserial PRIMARY KEY,
    codigo         varchar(12) NOT NULL UNIQUE,
    cliente_id     bigint NOT NULL REFERENCES cliente (id),
    restaurante_id bigint NOT NULL REFERENCES restaurante (id),
    entregador_id  bigint REFERENCES entregador (id),
    endereco_id    bigint REFERENCES endereco_entrega (id),
    status         status_pedido NOT NULL DEFAULT 'criado',
    subtotal       numeric(10, 2) NOT NULL,
    taxa_entrega   numeric(8, 2) NOT NULL DEFAULT 0,
    cpf_nota       varchar(14),
    observacao     text,
    criado_em      timestamptz NOT NULL,
    entregue_em    timestamptz
);
CREATE INDEX pedido_cliente_idx ON pedido (cliente_id, criado_em DESC);
COMMENT ON COLUMN pedido.cpf_nota IS 'CPF na nota fiscal, se o consumidor pediu';

CREATE TABLE item_pedido (
    pedido_id      bigint NOT NULL REFERENCES pedido (id) ON DELETE CASCADE,
    linha          smallint NOT NULL,
    item_id        bigint NOT NULL REFERENCES item_cardapio (id),
    quantidade     smallint NOT NULL CHECK (quantidade > 0),
    preco_unitario numeric(8, 2) NOT NULL,
    PRIMARY KEY (pedido_id, linha)
);

CREATE TABLE pagamento (
    id           bigserial PRIMARY KEY,
    pedido_id    bigint NOT NULL REFERENCES pedido (id),
    forma        forma_pagamento NOT NULL,
    valor        numeric(10, 2) NOT NULL,
    titular      varchar(60),
    final_cartao char(4),
    nsu          varchar(12),
    pago_em      timestamptz
);
CREATE INDEX pagamento_pedido_idx ON pagamento (pedido_id);
COMMENT ON COLUMN pagamento.titular IS 'Nome como impresso no cartão';
COMMENT ON COLUMN pagamento.nsu IS 'Número sequencial único da adquirente';

CREATE TABLE avaliacao (
    id         bigserial PRIMARY KEY,
    pedido_id  bigint NOT NULL UNIQUE REFERENCES pedido (id),
    cliente_id bigint NOT NULL REFERENCES cliente (id),
    nota       smallint NOT NULL CHECK (nota BETWEEN 1 AND 5),
    comentario text
);

CREATE TABLE dispositivo (
    id             bigserial PRIMARY KEY,
    cliente_id     bigint NOT NULL REFERENCES cliente (id) ON DELETE CASCADE,
    plataforma     varchar(10) NOT NULL,
    push_token     varchar(180),
    id_publicidade uuid,
    ultimo_ip      inet,
    user_agent     text
);
COMMENT ON COLUMN dispositivo.id_publicidade IS 'GAID ou IDFA; nulo quando o rastreamento foi recusado';
