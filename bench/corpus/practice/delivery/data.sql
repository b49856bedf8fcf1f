INSERT INTO cidade (nome, uf, codigo_ibge, ddd) VALUES
    ('São Paulo', 'SP', 3550308, 11),
    ('Rio de Janeiro', 'RJ', 3304557, 21),
    ('Belo Horizonte', 'MG', 3106200, 31),
    ('Curitiba', 'PR', 4106902, 41),
    ('Porto Alegre', 'RS', 4314902, 51),
    ('Salvador', 'BA', 2927408, 71),
    ('Recife', 'PE', 2611606, 81),
    ('Fortaleza', 'CE', 2304400, 85),
    ('Campinas', 'SP', 3509502, 19),
    ('Florianópolis', 'SC', 4205407, 48),
    ('Brasília', 'DF', 5300108, 61),
    ('Goiânia', 'GO', 5208707, 62);

WITH d AS (
    SELECT
        ARRAY['42358403000157', '18599603000117', '06241750000131', '02697371000108', '03792501000146', '35810876000188', '59847349000106', '01477363000185',
            '48456985000190', '24494810000100', '42155480000100', '51887332000170', '37978342000190', '46102899000154', '44276652000129',
            '49061717000132', '16596160000185', '01645966000149', '27264456000115', '42430761000123', '44784439000128', '09983541000151',
            '32925870000168', '55566251000120', '30826915000111', '48467636000174', '38447834000112', '57466730000108', '25640970000182',
            '09452268000139', '51386402000107', '02762360000156', '07605941000106', '59348128000193', '46021009000180', '50907232000104',
            '18927308000142', '21559582000110', '31177476000126', '47018496000194', '23640655000120', '48762925000104', '24032906000156',
            '17632102000122', '52965749000177', '54890099000173', '34083193000103', '33276210000166', '24461831000129', '20789316000111',
            '57950985000133', '12345292000183', '26868552000100', '32362169000188', '02133710000115', '16203651000119', '13099453000169',
            '23020026000105', '54557750000198', '47896710000105'] AS cnpj,
        ARRAY['Cantina', 'Pizzaria', 'Sabor', 'Churrascaria', 'Lanchonete', 'Temakeria',
            'Padaria', 'Boteco', 'Marmitaria', 'Hamburgueria', 'Tapiocaria'] AS tipo,
        ARRAY['da Vila', 'do Porto', 'Bela Massa', 'Estação', 'Mineirinha', 'da Praça',
            'Três Irmãos', 'Aroeira', 'Santa Rita', 'do Mercado', 'Bom Jesus', 'Pitanga',
            'Ponto Certo'] AS nome,
        ARRAY['Av. Brasil', 'Rua das Palmeiras', 'Av. Getúlio Vargas', 'Rua XV de Novembro',
            'Rua Sete de Setembro', 'Av. Independência', 'Rua do Comércio', 'Praça da Matriz'] AS rua,
        ARRAY['01', '22', '30', '80', '90', '40', '50', '60', '13', '88', '70', '74'] AS prefixo,
        ARRAY[11, 21, 31, 41, 51, 71, 81, 85, 19, 48, 61, 62] AS ddd,
        ARRAY[-23.55, -22.91, -19.92, -25.43, -30.03, -12.97, -8.05, -3.73, -22.91, -27.59,
            -15.79, -16.69] AS lat,
        ARRAY[-46.63, -43.17, -43.94, -49.27, -51.22, -38.50, -34.88, -38.53, -47.06, -48.55,
            -47.88, -49.26] AS lon
)
INSERT INTO restaurante (cidade_id, nome_fantasia, razao_social, cnpj, email, telefone, endereco,
    cep, latitude, longitude, comissao_pct, horario)
SELECT
    c,
    d.tipo[1 + i % 11] || ' ' || d.nome[1 + i % 13],
    CASE i % 3
        WHEN 0 THEN d.nome[1 + i % 13] || ' Comércio de Alimentos Ltda'
        WHEN 1 THEN d.tipo[1 + i % 11] || ' ' || d.nome[1 + i % 13] || ' EIRELI'
        ELSE 'Grupo ' || d.nome[1 + i % 13] || ' Restaurantes S.A.'
    END,
    d.cnpj[i],
    CASE WHEN i % 9 = 4 THEN NULL ELSE (ARRAY['contato', 'pedidos', 'sac'])[1 + i % 3] || '@'
        || translate(lower(d.tipo[1 + i % 11] || d.nome[1 + i % 13]), 'ãçéêíóôúáõ ', 'aceeioouao')
        || '.com.br' END,
    CASE WHEN i % 7 = 2 THEN NULL ELSE '(' || d.ddd[c] || ') 3' || 200 + (i * 37) % 700 || '-'
        || 1000 + (i * 7919) % 9000 END,
    d.rua[1 + (i * 5) % 8] || ', ' || 10 + (i * 137) % 2900,
    d.prefixo[c] || 100 + (i * 53) % 800 || '-' || lpad(((i * 10) % 1000)::text, 3, '0'),
    d.lat[c] + (i * 31 % 97 - 48) / 1000.0,
    d.lon[c] + (i * 17 % 89 - 44) / 1000.0,
    (ARRAY[12.00, 18.50, 23.00, 27.00])[1 + i % 4],
    jsonb_build_object('seg_sex', '11:00-23:00', 'sab', '11:00-00:00',
        'dom', CASE WHEN i % 4 = 0 THEN 'fechado' ELSE '12:00-22:00' END)
FROM generate_series(1, 60) AS i, d, LATERAL (SELECT 1 + (i * 7) % 12 AS c) AS x;

WITH d AS (
    SELECT
        ARRAY['7893404484520', '7891737507411', '7894695669740', '7897479612321', '7898992688152', '7896534345839', '7899207593582'] AS ean,
        ARRAY['Feijoada completa', 'Pizza margherita', 'Moqueca de peixe', 'X-salada',
            'Temaki de salmão', 'Frango à passarinho', 'Picanha na chapa', 'Escondidinho de carne seca',
            'Tapioca de coco', 'Pão de queijo (6 un.)', 'Marmita executiva', 'Coxinha de frango',
            'Açaí na tigela 500 ml', 'Baião de dois', 'Pastel de feira', 'Risoto de camarão',
            'Bobó de camarão', 'Pudim de leite', 'Brigadeiro gourmet', 'Salada Santa Clara'] AS prato,
        ARRAY['Guaraná lata 350 ml', 'Água mineral 500 ml', 'Suco de caju 1 L', 'Cerveja pilsen 600 ml',
            'Refrigerante de limão 2 L', 'Chá mate gelado', 'Picolé de uva'] AS industrial,
        ARRAY['Serve duas pessoas.', 'Acompanha arroz, farofa e couve.', 'Massa de fermentação natural.',
            'Contém glúten e lactose.', 'Receita da casa desde 1987.', 'Porção individual.',
            'Opção sem cebola.'] AS texto
)
INSERT INTO item_cardapio (restaurante_id, nome, descricao, preco, ean, imagem)
SELECT
    1 + (i * 7) % 60,
    CASE WHEN i % 4 = 0 THEN d.industrial[1 + (i / 4) % 7] ELSE d.prato[1 + (i * 3) % 20] END,
    CASE WHEN i % 4 = 0 OR i % 5 = 1 THEN NULL ELSE d.texto[1 + i % 7] END,
    4.90 + (i * 37) % 80,
    CASE WHEN i % 4 = 0 THEN d.ean[1 + (i / 4) % 7] END,
    CASE WHEN i % 6 = 5 THEN NULL ELSE 'cardapio/' || 1 + (i * 7) % 60 || '/' || left(md5('item' || i), 12)
        || '.webp' END
FROM generate_series(1, 180) AS i, d;

WITH d AS (
    SELECT
        ARRAY['45333147833', '93288040786', '23862551156', '84873331170', '38798113500', '11971814741', '81580699839', '33976260053', '07056148913', '70712481095',
            '75690072044', '03171671204', '34312220050', '38699678460', '91796484440', '73097100296', '01183162146', '64778636422', '41855345749',
            '86886468480', '14122503906', '98990809185', '24250899691', '14157900782', '27681601058', '62049428162', '10868127353', '89557337982',
            '69683613969', '45563885380', '45325248731', '44731791413', '42049668880', '96617857755', '62668694035', '94478790981', '16554915559',
            '21722079428', '55142256077', '79186339036', '71960100513', '77468138524', '83909228356', '45408818330', '57731877604', '69715217303',
            '48545755309', '00083906142', '36397345300', '15799726758', '62200020597', '74878146885', '19702572100', '28441584044', '24473645207',
            '08720066384', '62141543908', '73846120120', '89024617421', '92382715936', '83666603386', '09366118208', '89598982289', '47218110630',
            '46428370603', '76645013426', '08914417603', '36510465400', '40445130741', '87156096427', '38293067098', '66594100823', '36840365794',
            '85689069663', '63090117401', '35543782594', '28559026223', '66620981836', '96239822671', '12805336097', '09778771081', '94274001962',
            '27154160837', '93211759115', '44675417728', '12041005785', '61873934734', '86518082240', '22878391276', '53259406000', '65521998306',
            '05635155030', '09002850018', '72642147100', '47820768193', '37172758447', '52976787816', '88266942900', '75347279877', '59014863900',
            '36989172037', '22053766590', '29592776008', '95097844866', '53761036337', '18603204730', '21681602954', '45155682991', '55069714600',
            '14848815169', '30813076862', '84776147505', '93424312240', '96156738622', '28495195968', '04002973379', '21210456516', '43902316500',
            '38230923248', '80426384504', '17491147046', '43564660801', '08907070067', '12780237040', '20434677949', '01192155190', '89290130237',
            '78447509958', '10121836452', '45876649600'] AS cpf,
        ARRAY['Adriana', 'Aline', 'Beatriz', 'Camila', 'Carolina', 'Cláudia', 'Débora', 'Eduarda', 'Fernanda', 'Gabriela', 'Helena', 'Isabela', 'Jéssica',
            'Juliana', 'Larissa', 'Letícia', 'Luana', 'Mariana', 'Natália', 'Patrícia', 'Raquel', 'Simone', 'Vanessa', 'André', 'Antônio', 'Bruno',
            'Caio', 'Daniel', 'Diego', 'Eduardo', 'Felipe', 'Gustavo', 'Henrique', 'Igor', 'João Pedro', 'José Carlos', 'Leandro', 'Lucas', 'Marcelo',
            'Mateus', 'Otávio', 'Paulo', 'Rafael', 'Sérgio', 'Thiago', 'Vinícius'] AS prenome,
        ARRAY['Almeida', 'Araújo', 'Azevedo', 'Barbosa', 'Barros', 'Batista', 'Borges', 'Brandão', 'Cardoso', 'Carvalho', 'Castro', 'Cavalcanti', 'Coelho',
            'Correia', 'Costa', 'Cunha', 'da Silva', 'de Souza', 'Dias', 'dos Santos', 'Duarte', 'Farias', 'Ferreira', 'Figueiredo', 'Fonseca',
            'Freitas', 'Gonçalves', 'Lacerda', 'Leite', 'Lima', 'Macedo', 'Magalhães', 'Medeiros', 'Melo', 'Moraes', 'Moreira', 'Nogueira',
            'Oliveira', 'Pacheco', 'Peixoto', 'Queiroz', 'Ribeiro', 'Sampaio', 'Teixeira', 'Vasconcelos'] AS sobrenome,
        ARRAY['gmail.com', 'hotmail.com', 'uol.com.br', 'outlook.com', 'bol.com.br', 'yahoo.com.br',
            'terra.com.br'] AS dominio,
        ARRAY[11, 21, 31, 41, 51, 71, 81, 85, 19, 48, 61, 62] AS ddd
), pessoa AS (
    SELECT i, d.prenome[1 + (i * 11) % 46] AS p, d.sobrenome[1 + (i * 17) % 45] AS s,
        d.sobrenome[1 + (i * 29 + 7) % 45] AS s2, d.cpf[i] AS c, d.dominio[1 + (i * 5) % 7] AS dom,
        d.ddd[1 + (i * 5) % 12]::text AS ddd, lpad(((i * 7919 + 1234) % 10000)::text, 4, '0') AS fim,
        '9' || 6000 + (i * 613) % 3999 AS ini
    FROM generate_series(1, 130) AS i, d
), limpo AS (
    SELECT *, translate(lower(p), ' ãçéêíóôúáâõ', '.aceeioouaao') AS pe,
        translate(lower(s), ' ãçéêíóôúáâõ', '.aceeioouaao') AS se
    FROM pessoa
)
INSERT INTO cliente (nome, apelido, cpf, email, celular, data_nascimento, genero, senha_hash, foto,
    restricoes, saldo_carteira, aceita_marketing, ultimo_acesso_em, criado_em)
SELECT
    CASE
        WHEN i % 61 = 7 THEN lower(p || ' ' || s)
        WHEN i % 67 = 9 THEN p || '  ' || s
        WHEN i % 3 = 0 THEN p || ' ' || s2 || ' ' || s
        WHEN i % 8 = 5 AND (i * 11) % 46 > 22 THEN p || ' ' || s || ' Júnior'
        ELSE p || ' ' || s
    END,
    CASE WHEN i % 3 = 0 THEN (ARRAY['Dudu', 'Bia', 'Nanda', 'Guto', 'Tati', 'Zeca', 'Lulu', 'Preta',
        'Chico', 'Mari', 'Beto', 'Juju'])[1 + (i / 3) % 12] WHEN i % 53 = 2 THEN '-' END,
    CASE WHEN i % 8 = 3 THEN NULL
        WHEN i % 2 = 0 THEN substr(c, 1, 3) || '.' || substr(c, 4, 3) || '.' || substr(c, 7, 3) || '-'
            || substr(c, 10, 2)
        ELSE c END,
    pe || (ARRAY['.', '', '_'])[1 + i % 3] || se || CASE WHEN i % 4 = 1 THEN '' ELSE i::text END || '@' || dom,
    CASE i % 4 WHEN 0 THEN '+55' || ddd || ini || fim WHEN 1 THEN ddd || ini || fim
        ELSE '(' || ddd || ') ' || ini || '-' || fim END,
    CASE WHEN i % 4 = 2 THEN NULL ELSE date '1958-03-04' + (i * 6247) % 17300 END,
    CASE WHEN i % 5 = 4 THEN NULL WHEN i % 47 = 11 THEN 'não informado'
        WHEN (i * 11) % 46 < 23 THEN 'feminino' ELSE 'masculino' END,
    '$2b$12$' || left(translate(encode(sha256(('s' || i)::bytea) || sha256(('t' || i)::bytea), 'base64'),
        E'+=\n', '..'), 53),
    CASE WHEN i % 3 = 1 THEN 'perfil/' || i || '/' || left(md5('foto' || i), 16) || '.jpg' END,
    CASE WHEN i % 6 = 0 THEN ARRAY[(ARRAY['lactose', 'glúten', 'amendoim', 'camarão', 'diabetes'])[1 + i % 5]]
        WHEN i % 23 = 4 THEN ARRAY['alergia a ovo', 'vegetariana'] END,
    CASE WHEN i % 3 = 0 THEN (i * 3.35) % 90 ELSE 0 END,
    i % 3 <> 1,
    CASE WHEN i % 12 <> 5 THEN timestamptz '2024-05-01 12:00-03' + make_interval(mins => i * 6131 % 260000) END,
    timestamptz '2021-02-01 09:30-03' + make_interval(mins => i * 9973)
FROM limpo ORDER BY i;

WITH d AS (
    SELECT
        ARRAY['Rua das Acácias', 'Rua Marechal Deodoro', 'Avenida Paulista', 'Rua Dom Pedro II', 'Rua Barão do Rio Branco', 'Travessa São Jorge', 'Rua Tiradentes',
            'Avenida Beira Mar', 'Rua Castro Alves', 'Rua Santos Dumont', 'Alameda dos Ipês', 'Rua José Bonifácio', 'Rua Padre Cícero',
            'Avenida Sete de Setembro', 'Rua Rui Barbosa', 'Rua da Aurora', 'Ladeira do Carmo', 'Rua Machado de Assis', 'Rua Quinze de Novembro',
            'Avenida Amazonas', 'Rua Floriano Peixoto', 'Rua Princesa Isabel', 'Rua Professor Anísio', 'Rua Joaquim Nabuco', 'Estrada Velha da Lagoa',
            'Rua Duque de Caxias', 'Rua Olavo Bilac', 'Rua dos Andradas', 'Rua Nossa Senhora de Fátima', 'Avenida Juscelino Kubitschek'] AS rua,
        ARRAY['Centro', 'Jardim América', 'Vila Nova', 'Boa Vista', 'Santa Cecília', 'Cidade Baixa',
            'Aldeota', 'Bela Vista', 'Pinheiros', 'Santo Antônio', 'Trindade', 'Cambuí', 'Asa Norte',
            'Pituba', 'Tijuca', 'Savassi', 'Água Verde', 'Graças', 'Setor Bueno'] AS bairro,
        ARRAY['São Paulo', 'Rio de Janeiro', 'Belo Horizonte', 'Curitiba', 'Porto Alegre', 'Salvador',
            'Recife', 'Fortaleza', 'Campinas', 'Florianópolis', 'Brasília', 'Goiânia'] AS cidade,
        ARRAY['SP', 'RJ', 'MG', 'PR', 'RS', 'BA', 'PE', 'CE', 'SP', 'SC', 'DF', 'GO'] AS uf,
        ARRAY['04', '22', '30', '80', '90', '41', '52', '60', '13', '88', '70', '74'] AS prefixo,
        ARRAY[-23.55, -22.91, -19.92, -25.43, -30.03, -12.97, -8.05, -3.73, -22.91, -27.59,
            -15.79, -16.69] AS lat,
        ARRAY[-46.63, -43.17, -43.94, -49.27, -51.22, -38.50, -34.88, -38.53, -47.06, -48.55,
            -47.88, -49.26] AS lng
)
INSERT INTO endereco_entrega (cliente_id, logradouro, numero, complemento, bairro, cidade, uf,
    cep, referencia, lat, lng)
SELECT
    k,
    d.rua[1 + (i * 13) % 30],
    CASE WHEN i % 43 = 6 THEN 's/n' ELSE (3 + (i * 173) % 2400)::text END,
    CASE i % 5 WHEN 0 THEN 'apto ' || 11 + (i * 7) % 190 WHEN 1 THEN 'Bloco ' || chr(65 + i % 6) || ', ap '
        || 101 + i % 12 * 100 WHEN 2 THEN 'casa ' || 1 + i % 4 END,
    CASE WHEN i % 19 = 8 THEN NULL ELSE d.bairro[1 + (i * 7) % 19] END,
    CASE WHEN i % 71 = 20 THEN lower(d.cidade[c]) ELSE d.cidade[c] END,
    d.uf[c],
    d.prefixo[c] || 100 + (i * 83) % 700 || CASE WHEN i % 3 = 0 THEN '' ELSE '-' END
        || lpad(((i * 30 + 10) % 1000)::text, 3, '0'),
    CASE i % 6 WHEN 0 THEN (ARRAY['Portão azul ao lado da padaria', 'Deixar com o porteiro Seu Antônio',
        'Em frente à escola municipal', 'Interfone quebrado, favor ligar',
        'Fundos, depois do salão da Dona Neide'])[1 + (i / 6) % 5]
        WHEN 3 THEN (ARRAY['prédio espelhado', 'Cuidado com o cachorro', 'perto do metrô',
        'casa amarela da esquina'])[1 + (i / 6) % 4] END,
    CASE WHEN i % 4 <> 1 THEN round((d.lat[c] + (i * 31 % 101 - 50) / 1100.0)::numeric, 6) END,
    CASE WHEN i % 4 <> 1 THEN round((d.lng[c] + (i * 41 % 103 - 51) / 1100.0)::numeric, 6) END
FROM generate_series(1, 170) AS i, d,
    LATERAL (SELECT 1 + (i - 1) % 130 AS k) AS a,
    LATERAL (SELECT 1 + (k * 5) % 12 AS c) AS b;

WITH d AS (
    SELECT
        ARRAY['04701936464', '59915594577', '62791592725', '99659069472', '00886600448', '14454452040', '18811520576', '54268128450', '56995871014', '29819454409',
            '07321997278', '77188514275', '97080958938', '47602442393', '62123633232', '15655875454', '86446963351', '88054487290', '00225743019',
            '17260696486', '83073213600', '51849285616', '69292816977', '65146191506', '09112376582', '28800114504', '64703842696', '24443263500',
            '17011330917', '27559911510', '98423061434', '08237464290', '87824152774', '49548696177', '54215530512', '14105018841', '76749817114',
            '87917016439', '09112208280', '69261346260', '32501709926', '55274670350', '08328174308', '14490805969', '80476476100', '12928109803',
            '45688704454', '39049361234', '97797030553', '30865749337', '36302439329', '42353067158', '50853013829', '79922742705', '94834054403',
            '63533289079', '09475278850', '54800122155', '33478987296', '54658774216', '13096698724', '46588734433', '76977276258', '35885320560'] AS cpf,
        ARRAY['05223078854', '06247949111', '03142114809', '05461479766', '02518511019', '06718843837', '01794812714', '01050506925', '02309047530', '05679148258',
            '03758640470', '06384213881', '01189658420', '03707248238', '05622509211', '04909072337', '05937960349', '04939886946', '02707286237',
            '06269070329', '03559743701', '05425212651', '03172196276', '02393351250', '02942122949', '06993259345', '02332393883', '05855656483',
            '04382771309', '04953271616', '02452522812', '02211719687', '02471913926', '05857941907', '06310182084', '05746728835', '02519627147',
            '04429094426', '04127267276', '05527632491', '03566444732', '01592927423', '03546400191', '05405222670', '04077519958', '03306681926',
            '06502423778', '03734607392', '01777766383', '05780966716', '01075505613', '02432016762', '02331404628', '06845850793', '04336211373',
            '04970475521', '03860268704', '01467307014', '05525945711', '03390327105', '02978845282', '06675499090', '06160428962', '04190613162'] AS cnh,
        ARRAY['Alex', 'Anderson', 'Claudinei', 'Cleiton', 'Cristiano', 'Davi', 'Edson', 'Elaine', 'Everton', 'Fábio', 'Flávio', 'Geovana', 'Gilberto', 'Jackson',
            'Jefferson', 'Josué', 'Kelly', 'Luís', 'Maicon', 'Márcio', 'Nilton', 'Rodrigo', 'Robson', 'Rosângela', 'Samuel', 'Tatiane', 'Valdir',
            'Wagner', 'Wellington', 'Wesley'] AS prenome,
        ARRAY['Almeida', 'Araújo', 'Azevedo', 'Barbosa', 'Barros', 'Batista', 'Borges', 'Brandão', 'Cardoso', 'Carvalho', 'Castro', 'Cavalcanti', 'Coelho',
            'Correia', 'Costa', 'Cunha', 'da Silva', 'de Souza', 'Dias', 'dos Santos', 'Duarte', 'Farias', 'Ferreira', 'Figueiredo', 'Fonseca',
            'Freitas', 'Gonçalves', 'Lacerda', 'Leite', 'Lima', 'Macedo', 'Magalhães', 'Medeiros', 'Melo', 'Moraes', 'Moreira', 'Nogueira',
            'Oliveira', 'Pacheco', 'Peixoto', 'Queiroz', 'Ribeiro', 'Sampaio', 'Teixeira', 'Vasconcelos'] AS sobrenome,
        ARRAY[11, 21, 31, 41, 51, 71, 81, 85, 19, 48, 61, 62] AS ddd
), pessoa AS (
    SELECT i, d.prenome[1 + (i * 7) % 30] AS p, d.sobrenome[1 + (i * 31 + 3) % 45] AS s, d.cpf[i] AS c,
        d.cnh[i] AS h, 1 + (i * 5) % 12 AS cid, d.ddd[1 + (i * 5) % 12]::text AS ddd,
        '9' || 7000 + (i * 431) % 2999 AS ini, lpad(((i * 6151 + 77) % 10000)::text, 4, '0') AS fim,
        (ARRAY['moto', 'moto', 'bicicleta', 'moto', 'carro'])[1 + i % 5] AS v
    FROM generate_series(1, 64) AS i, d
)
INSERT INTO entregador (cidade_id, nome, cpf, nascimento, telefone, email, cnh, placa, tipo_veiculo,
    chave_pix, banco_conta, selfie, nota_media, ativo)
SELECT
    cid,
    CASE WHEN i % 37 = 5 THEN upper(p || ' ' || s) ELSE p || ' ' || s END,
    c,
    date '1968-07-15' + (i * 4001) % 13000,
    '(' || ddd || ') ' || ini || '-' || fim,
    CASE WHEN i % 6 = 1 THEN NULL ELSE translate(lower(p || '.' || s), ' ãçéêíóôúáâõ', '.aceeioouaao')
        || 1970 + i % 33 || '@gmail.com' END,
    CASE WHEN v <> 'bicicleta' THEN h END,
    CASE WHEN v <> 'bicicleta' THEN chr(65 + i * 3 % 26) || chr(65 + i * 7 % 26) || chr(65 + i * 11 % 26)
        || CASE WHEN i % 3 = 0 THEN '-' || 1000 + (i * 733) % 9000
        ELSE i % 10 || chr(65 + i % 10) || lpad((i * 37 % 100)::text, 2, '0') END END,
    v,
    CASE i % 4 WHEN 0 THEN c WHEN 1 THEN '+55' || ddd || ini || fim WHEN 2 THEN md5('pix' || i)::uuid::text END,
    CASE WHEN i % 4 = 3 OR i % 5 = 0 THEN (ARRAY['001', '104', '237', '341', '260'])[1 + i % 5] || ' / '
        || 1000 + (i * 97) % 8000 || ' / ' || 10000 + (i * 4421) % 89999 || '-' || i % 10 END,
    CASE WHEN i % 11 <> 4 THEN 'entregadores/' || i || '/selfie_' || left(md5('selfie' || i), 10) || '.jpg' END,
    CASE WHEN i % 9 <> 2 THEN 3.9 + (i * 13 % 110) / 100.0 END,
    i % 10 <> 7
FROM pessoa ORDER BY i;

WITH d AS (
    SELECT ARRAY['Sem cebola, por favor', 'Tocar o interfone 2x', 'Troco para 100', 'Mandar talheres',
        'Caprichar no molho!', 'minha filha é alérgica a amendoim, cuidado', 'Deixar na portaria com o Cláudio',
        'Ponto da carne: bem passado', 'Não buzinar, bebê dormindo', 'Aniversário da Renata, mandar velinha',
        'retirar o tomate', 'Ligar quando chegar: estou no bloco C', 'Pouco sal, sou hipertenso',
        'Entregar para minha vizinha do 302'] AS obs
)
INSERT INTO pedido (codigo, cliente_id, restaurante_id, entregador_id, endereco_id, status, subtotal,
    taxa_entrega, cpf_nota, observacao, criado_em, entregue_em)
SELECT
    'P' || upper(left(md5('pedido' || i), 7)) || lpad(i::text, 4, '0'),
    k,
    1 + (11 * k - 1) % 12 + 12 * (i % 5),
    CASE WHEN s IN ('saiu_entrega', 'entregue') THEN 1 + (k - 1) % 12 + 12 * (i % 5) END,
    CASE WHEN i % 17 = 0 THEN NULL ELSE k END,
    s::status_pedido,
    18.90 + (i * 731) % 140,
    (ARRAY[0, 4.99, 6.99, 8.50, 12.00])[1 + i % 5],
    CASE WHEN i % 4 = 0 THEN (SELECT cpf FROM cliente WHERE id = k) END,
    CASE WHEN i % 3 = 1 THEN d.obs[1 + (i / 3) % 14] WHEN i % 83 = 5 THEN '' END,
    t,
    CASE WHEN s = 'entregue' THEN t + make_interval(mins => 22 + (i * 7) % 60) END
FROM generate_series(1, 200) AS i, d,
    LATERAL (SELECT 1 + (i * 37) % 130 AS k,
        timestamptz '2024-03-01 11:15-03' + make_interval(mins => i * 1733) AS t,
        CASE WHEN i > 190 THEN (ARRAY['criado', 'confirmado', 'em_preparo', 'saiu_entrega'])[1 + i % 4]
            WHEN i % 14 = 0 THEN 'cancelado' ELSE 'entregue' END AS s) AS a;

INSERT INTO item_pedido (pedido_id, linha, item_id, quantidade, preco_unitario)
SELECT p.id, n, m.id, 1 + (p.id * n) % 3, m.preco
FROM pedido AS p
CROSS JOIN generate_series(1, 2) AS n
JOIN item_cardapio AS m ON m.id = 1 + ((p.restaurante_id - 1) * 43 + (n - 1) * 60 + 179) % 180
WHERE n = 1 OR p.id % 3 = 0;

INSERT INTO pagamento (pedido_id, forma, valor, titular, final_cartao, nsu, pago_em)
SELECT
    p.id,
    f.forma::forma_pagamento,
    p.subtotal + p.taxa_entrega,
    CASE WHEN f.forma IN ('credito', 'debito') AND p.id % 4 <> 2 THEN upper(translate(
        regexp_replace(c.nome, '\s+', ' '), 'ãçéêíóôúáâõÉÍÓÁÂÚ', 'aceeioouaaoEIOAAU')) END,
    CASE WHEN f.forma IN ('credito', 'debito') THEN lpad(((c.id * 7331 + 411) % 10000)::text, 4, '0') END,
    CASE WHEN f.forma IN ('credito', 'debito', 'vale_refeicao') THEN lpad((p.id * 88301 % 999999999)::text, 9, '0') END,
    CASE WHEN p.status <> 'cancelado' THEN p.criado_em + interval '40 seconds' END
FROM pedido AS p
JOIN cliente AS c ON c.id = p.cliente_id,
    LATERAL (SELECT (ARRAY['credito', 'pix', 'debito', 'credito', 'vale_refeicao', 'pix', 'dinheiro'])
        [1 + p.id::int % 7] AS forma) AS f
ORDER BY p.id;

WITH d AS (
    SELECT ARRAY['Chegou quentinho, adorei.', 'Demorou mais de uma hora!', 'O entregador foi muito educado.',
        'Faltou o refrigerante que eu pedi.', 'Melhor feijoada do bairro', 'Veio tudo revirado na caixa',
        'Peço toda sexta com meu marido, nunca decepciona.', 'Achei caro pelo tamanho', 'nota mil',
        'Embalagem ótima, comida sem graça.', 'Passei mal depois do camarão, cuidado.', 'Ok.',
        'Minhas crianças amaram o brigadeiro.', 'Pedi sem cebola e veio com cebola...', 'Top demais',
        'Não recomendo, já é a segunda vez que erram.', 'Atendimento nota 10 da Jéssica no chat.'] AS txt
)
INSERT INTO avaliacao (pedido_id, cliente_id, nota, comentario)
SELECT p.id, p.cliente_id, (ARRAY[5, 2, 5, 3, 5, 1, 5, 3, 5, 3, 1, 4, 5, 2, 5, 1, 5])[1 + p.id::int % 17],
    CASE WHEN p.id % 3 <> 0 THEN d.txt[1 + p.id::int % 17] END
FROM pedido AS p, d
WHERE p.status = 'entregue' AND p.id % 9 NOT IN (1, 4)
ORDER BY p.id;

INSERT INTO dispositivo (cliente_id, plataforma, push_token, id_publicidade, ultimo_ip, user_agent)
SELECT
    1 + (i * 23) % 130,
    CASE WHEN i % 3 = 0 THEN 'ios' ELSE 'android' END,
    CASE WHEN i % 7 <> 3 THEN left(md5('a' || i), 22) || ':APA91b' || md5('b' || i) || md5('c' || i) END,
    CASE WHEN i % 3 <> 0 THEN md5('gaid' || i)::uuid END,
    ((ARRAY['177.', '189.', '200.', '187.', '191.'])[1 + i % 5] || (i * 29) % 250 || '.' || (i * 71) % 250 || '.'
        || 1 + (i * 13) % 250)::inet,
    CASE WHEN i % 3 = 0 THEN 'ComidaJa/7.' || i % 5 || ' (iPhone; iOS 17.' || i % 6 || '; pt_BR)'
        WHEN i % 8 = 1 THEN NULL
        ELSE 'ComidaJa/7.' || i % 5 || ' (Linux; Android ' || 11 + i % 4 || '; '
            || (ARRAY['SM-A546E', 'moto g84', 'Redmi Note 12', 'SM-S911B', 'moto e22'])[1 + i % 5] || ')' END
FROM generate_series(1, 150) AS i;
