SET client_min_messages = warning;
-- número por debajo de n, fijo para la fila i y el uso s
CREATE FUNCTION pg_temp.r(i bigint, s int, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
$$ SELECT ('x' || substr(md5('hr' || i || ',' || s), 1, 7))::bit(28)::int % n $$;
CREATE FUNCTION pg_temp.uno(i bigint, s int, a text[]) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT a[1 + pg_temp.r(i, s, cardinality(a))] $$;
CREATE FUNCTION pg_temp.mujer(i bigint) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT pg_temp.r(i, 1, 2) = 0 $$;
CREATE FUNCTION pg_temp.nom(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.mujer(i) THEN (ARRAY[
'María del Carmen','Lucía','Ainhoa','Rocío','Montserrat','Nuria','Begoña','Inmaculada','Sofía','Paula','Aitana','Yolanda','Pilar',
'Macarena','Noelia','Remedios','Ana Belén','Irene','Leire','Carla','Encarnación','Sandra','Fátima','Candela'])[1 + pg_temp.r(i, 2, 24)]
ELSE (ARRAY['Javier','José Antonio','Iker','Álvaro','Francisco','Jordi','Rubén','Íñigo','Manuel','Adrián','Gonzalo','Xavier','Juan Carlos',
'Sergio','Ángel','Mohamed','Ramón','Unai','Hugo','Joaquín','Pau','Óscar','Jesús','Víctor Manuel'])[1 + pg_temp.r(i, 2, 24)] END $$;
CREATE FUNCTION pg_temp.ape(i bigint, s int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY[
'García','Fernández','Etxebarria','Rodríguez','Vila','Navarro','Ortega','Peña','Castillo','Romero','Muñoz','Puig','Cabrera','Iglesias',
'Santos','Delgado','Molina','Benítez','Arroyo','Ferrer','Gallego','Marín','Soler','Carrasco','Ibáñez','Lozano','Serrano','Vidal','Bravo',
'Crespo','Otero','Rey','de la Fuente','Pascual','Herrero','Montero','Aguirre','Cano','Esteban','El Amrani','Núñez','Prieto','Quintana',
'Zabala','Figueroa','Trujillo'])[1 + pg_temp.r(i, s, 46)] $$;
CREATE FUNCTION pg_temp.liso(t text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT translate(lower(t), 'áéíóúüñ ', 'aeiouun') $$;
CREATE FUNCTION pg_temp.calle(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (ARRAY[
'C/ Mayor','Calle Alcalá','Avda. de la Constitución','C/ San Vicente','Paseo de Gracia','Calle Larios','C/ del Carmen','Gran Vía',
'Plaza de España','C/ Cervantes','Ronda de Toledo','Calle Real','Avda. Blasco Ibáñez','C/ Virgen del Pilar','Travesía del Río',
'Calle Goya','C/ Doctor Fleming','Camino de las Huertas','C/ Rosalía de Castro','Avenida de América','C/ Ramón y Cajal','Calle Olmo',
'C/ Santa Ana','Carrer de Balmes','Rúa do Vilar','C/ Padre Damián','Paseo Marítimo','C/ Los Almendros'])[1 + pg_temp.r(i, 5, 28)] || ', ' ||
 (1 + pg_temp.r(i, 6, 140)) || CASE pg_temp.r(i, 7, 4) WHEN 0 THEN '' WHEN 1 THEN ', ' || (1 + pg_temp.r(i, 8, 8)) || 'º ' || pg_temp.uno(i, 9, '{A,B,C,D,izq.,dcha.}')
 ELSE ' ' || (1 + pg_temp.r(i, 8, 8)) || pg_temp.uno(i, 9, '{ºA,ºB,ºC,-1,-2,º}') END $$;
-- localidad, provincia, comienzo del código postal, prefijo de teléfono
CREATE FUNCTION pg_temp.lug(i bigint, n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT split_part((ARRAY[
'Madrid|Madrid|280|91','Getafe|Madrid|289|91','Alcalá de Henares|Madrid|288|91','Barcelona|Barcelona|080|93','Sabadell|Barcelona|082|93',
'Valencia|Valencia|460|96','Torrent|Valencia|469|96','Sevilla|Sevilla|410|954','Dos Hermanas|Sevilla|417|954','Zaragoza|Zaragoza|500|976',
'Málaga|Málaga|290|952','Bilbao|Bizkaia|480|94','Barakaldo|Bizkaia|489|94','Murcia|Murcia|300|968','A Coruña|A Coruña|150|981',
'Valladolid|Valladolid|470|983','Oviedo|Asturias|330|985','Pamplona|Navarra|310|948','Granada|Granada|180|958','Toledo|Toledo|450|925'])
 [1 + pg_temp.r(i, 10, 20)], '|', n) $$;
CREATE FUNCTION pg_temp.letra(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT substr('TRWAGMYFPDXBNJZSQVHLCKE', (n % 23)::int + 1, 1) $$;
CREATE FUNCTION pg_temp.nif(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN pg_temp.r(i, 11, 11) = 0
 THEN substr('XYZ', 1 + k, 1) || lpad((n % 10000000)::text, 7, '0') || pg_temp.letra(k * 10000000 + n % 10000000)
 ELSE lpad(n::text, 8, '0') || pg_temp.letra(n) END
 FROM (SELECT 1200000 + pg_temp.r(i, 12, 78000000)::bigint AS n, pg_temp.r(i, 13, 3) AS k) AS x $$;
CREATE FUNCTION pg_temp.naf(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT p || '/' || lpad(n::text, 8, '0') || '/' ||
 lpad((((p || lpad(n::text, 8, '0'))::bigint) % 97)::text, 2, '0')
 FROM (SELECT pg_temp.uno(i, 14, '{28,08,46,41,50,29,48,30,15,47}') AS p, 10000000 + pg_temp.r(i, 15, 89000000) AS n) AS x $$;
CREATE FUNCTION pg_temp.dc(c text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE x WHEN 10 THEN '1' WHEN 11 THEN '0' ELSE x::text END
 FROM (SELECT 11 - sum(substr(c, p, 1)::int * ('{1,2,4,8,5,10,9,7,3,6}'::int[])[p]) % 11 AS x FROM generate_series(1, 10) AS p) AS y $$;
CREATE FUNCTION pg_temp.iban(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
 SELECT 'ES' || lpad((98 - (ccc || '142800')::numeric % 97)::text, 2, '0') || ccc FROM (
 SELECT b || pg_temp.dc('00' || b) || pg_temp.dc(c) || c AS ccc FROM (
 SELECT pg_temp.uno(i, 16, '{2100,0049,0182,2085,2095,1465,0081,3058}') || lpad(pg_temp.r(i, 17, 9000)::text, 4, '0') AS b,
 lpad((pg_temp.r(i, 18, 99999999)::bigint * 97 + i)::text, 10, '0') AS c) AS x) AS y $$;
CREATE FUNCTION pg_temp.cuatro(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT rtrim(regexp_replace(t, '(.{4})', '\1 ', 'g')) $$;
CREATE FUNCTION pg_temp.movil(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE pg_temp.r(i, 20, 5)
 WHEN 0 THEN n WHEN 1 THEN '+34 ' || left(n, 3) || ' ' || substr(n, 4, 3) || ' ' || substr(n, 7)
 WHEN 2 THEN left(n, 3) || '-' || substr(n, 4, 3) || '-' || substr(n, 7)
 ELSE left(n, 3) || ' ' || substr(n, 4, 2) || ' ' || substr(n, 6, 2) || ' ' || substr(n, 8) END
 FROM (SELECT pg_temp.uno(i, 21, '{600,609,616,620,626,635,639,646,649,650,653,655,660,666,670,676,680,687,691,699}') ||
 lpad(pg_temp.r(i, 22, 1000000)::text, 6, '0') AS n) AS x $$;
CREATE FUNCTION pg_temp.fijo(p text, i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN length(p) = 2
 THEN p || ' ' || left(n, 3) || ' ' || substr(n, 4, 2) || ' ' || substr(n, 6, 2) ELSE p || ' ' || left(n, 2) || ' ' || substr(n, 3, 2) || ' ' || substr(n, 5, 2) END
 FROM (SELECT (2200000 + pg_temp.r(i, 23, 5500000))::text AS n) AS x $$;

INSERT INTO centro_trabajo (nombre, direccion, cp, localidad, provincia, telefono, email) VALUES
('Sede central', 'Calle de Orense, 34', '28020', 'Madrid', 'Madrid', '91 555 20 00', 'recepcion@conservasdelnorte.es'),
('Fábrica Getafe', 'Polígono Los Ángeles, parcela 12', '28906', 'Getafe', 'Madrid', '91 682 44 10', 'fabrica.getafe@conservasdelnorte.es'),
('Delegación Cataluña', 'Carrer de Pallars, 193', '08005', 'Barcelona', 'Barcelona', '93 309 71 00', 'barcelona@conservasdelnorte.es'),
('Almacén Levante', 'Avda. del Puerto, 250', '46024', 'Valencia', 'Valencia', '96 330 12 45', NULL),
('Delegación Sur', 'Avda. República Argentina, 24', '41011', 'Sevilla', 'Sevilla', '954 27 80 11', 'sevilla@conservasdelnorte.es'),
('Planta Zorrotza', 'Camino Arteaga, 5', '48013', 'Bilbao', 'Bizkaia', '94 441 90 60', 'planta.bilbao@conservasdelnorte.es');

INSERT INTO departamento (codigo, nombre, centro_coste, responsable_id)
SELECT upper(left(n, 3)) || i, n, CASE WHEN i % 5 > 0 THEN 'CC-' || (4100 + i * 10) END, NULL
FROM unnest(ARRAY['Dirección', 'Administración', 'Producción', 'Calidad', 'Logística', 'Compras', 'Comercial', 'Marketing', 'Informática',
'Recursos Humanos', 'Mantenimiento', 'Jurídico']) WITH ORDINALITY AS d(n, i);

INSERT INTO puesto (denominacion, grupo_cotizacion, salario_min, salario_max)
SELECT n, g, 16500 + (11 - g) * 2100, 22000 + (11 - g) * 3400
FROM unnest(ARRAY['Operario de línea', 'Carretillero', 'Técnico de calidad', 'Jefe de turno', 'Administrativo contable', 'Comercial de zona',
'Responsable de compras', 'Programador', 'Técnico de nóminas', 'Director financiero', 'Mozo de almacén', 'Electromecánico', 'Recepcionista',
'Analista de datos', 'Abogado laboralista', 'Becario'], ARRAY[9, 8, 4, 3, 5, 5, 2, 2, 5, 1, 10, 8, 7, 2, 1, 11]) AS p(n, g);

INSERT INTO empleado (num_empleado, nombre, apellido1, apellido2, nif, naf, fecha_nac, sexo, estado_civil, nacionalidad, num_hijos, grado_discapacidad,
 domicilio, cp, localidad, provincia, movil, tel_fijo, email_personal, email_corp, iban, foto, afiliado_sindicato,
 departamento_id, puesto_id, centro_id, fecha_alta, fecha_baja, activo, creado_en)
SELECT 'E' || lpad((1200 + i * 3)::text, 5, '0'),
 CASE pg_temp.r(i, 30, 60) WHEN 0 THEN lower(pg_temp.nom(i)) WHEN 1 THEN upper(pg_temp.nom(i)) ELSE pg_temp.nom(i) END,
 CASE pg_temp.r(i, 30, 60) WHEN 0 THEN lower(pg_temp.ape(i, 3)) WHEN 1 THEN upper(pg_temp.ape(i, 3)) ELSE pg_temp.ape(i, 3) END,
 CASE WHEN left(pg_temp.nif(i), 1) IN ('X', 'Y', 'Z') THEN NULL WHEN pg_temp.r(i, 31, 50) = 0 THEN '-' ELSE pg_temp.ape(i, 4) END,
 pg_temp.nif(i), CASE WHEN pg_temp.r(i, 32, 25) > 0 THEN pg_temp.naf(i) END,
 date '1960-03-09' + pg_temp.r(i, 33, 15300), CASE WHEN pg_temp.mujer(i) THEN 'M' WHEN i % 97 = 0 THEN 'X' ELSE 'H' END::sexo,
 CASE WHEN pg_temp.r(i, 34, 8) > 0 THEN pg_temp.uno(i, 35, '{soltero,casado,casado,divorciado,pareja de hecho,viudo,separado,soltero}') END,
 CASE WHEN left(pg_temp.nif(i), 1) IN ('X', 'Y', 'Z') THEN pg_temp.uno(i, 36, '{MA,RO,CO,EC,IT,PT,VE}') ELSE 'ES' END,
 CASE WHEN pg_temp.r(i, 37, 10) < 6 THEN NULL ELSE pg_temp.r(i, 38, 4) END,
 CASE WHEN pg_temp.r(i, 39, 20) = 0 THEN pg_temp.uno(i, 40, '{33,33,45,65}')::int END,
 CASE WHEN pg_temp.r(i, 41, 40) = 0 THEN lower(pg_temp.calle(i)) ELSE pg_temp.calle(i) END,
 pg_temp.lug(i, 3) || lpad((1 + pg_temp.r(i, 42, 30))::text, 2, '0'),
 CASE pg_temp.r(i, 43, 45) WHEN 0 THEN upper(pg_temp.lug(i, 1)) ELSE pg_temp.lug(i, 1) END, pg_temp.lug(i, 2),
 CASE WHEN pg_temp.r(i, 44, 40) = 0 THEN 'n/a' ELSE pg_temp.movil(i) END,
 CASE WHEN pg_temp.r(i, 45, 10) > 6 THEN pg_temp.fijo(pg_temp.lug(i, 4), i) END,
 CASE WHEN pg_temp.r(i, 46, 6) > 0 THEN pg_temp.liso(split_part(pg_temp.nom(i), ' ', 1)) || pg_temp.uno(i, 47, '{.,_,""}') || pg_temp.liso(pg_temp.ape(i, 3)) ||
  pg_temp.r(i, 48, 99) || '@' || pg_temp.uno(i, 49, '{gmail.com,hotmail.com,yahoo.es,telefonica.net,outlook.es,gmail.com}') END,
 left(pg_temp.liso(pg_temp.nom(i)), 1) || pg_temp.liso(pg_temp.ape(i, 3)) || i || '@conservasdelnorte.es',
 CASE WHEN pg_temp.r(i, 50, 3) = 0 THEN pg_temp.cuatro(pg_temp.iban(i)) ELSE pg_temp.iban(i) END,
 CASE WHEN pg_temp.r(i, 51, 10) < 6 THEN '/fotos/empleados/E' || lpad((1200 + i * 3)::text, 5, '0') || '.jpg' END,
 CASE WHEN pg_temp.r(i, 52, 10) > 7 THEN pg_temp.uno(i, 53, '{CCOO,UGT,CCOO,USO,ELA,CGT}') END,
 1 + pg_temp.r(i, 54, 12), 1 + pg_temp.r(i, 55, 16), 1 + pg_temp.r(i, 56, 6),
 date '2006-09-01' + pg_temp.r(i, 57, 6200), CASE WHEN i % 9 = 0 THEN date '2023-10-31' + pg_temp.r(i, 58, 300) END, i % 9 > 0,
 timestamp '2023-02-01 08:30' + i * interval '11 minutes'
FROM generate_series(1, 210) AS i;
UPDATE departamento SET responsable_id = id * 16 - 3;

INSERT INTO contacto_emergencia (empleado_id, nombre_contacto, parentesco, telefono, observaciones)
SELECT 1 + (i * 37) % 210, pg_temp.nom(i + 500) || CASE WHEN i % 4 = 0 THEN '' ELSE ' ' || pg_temp.ape(i + 500, 3) END ||
  CASE WHEN i % 3 = 0 THEN ' ' || pg_temp.ape(i + 500, 4) ELSE '' END,
 CASE WHEN pg_temp.r(i, 60, 10) > 1 THEN pg_temp.uno(i, 61, '{cónyuge,madre,padre,hermana,hermano,pareja,hija,amigo,Madre}') END,
 CASE WHEN pg_temp.r(i, 62, 5) = 0 THEN pg_temp.fijo('91', i + 500) ELSE pg_temp.movil(i + 500) END,
 CASE WHEN pg_temp.r(i, 63, 10) > 6 THEN pg_temp.uno(i, 64, ARRAY['Llamar solo por la tarde', 'Trabaja de noche', 'Avisar también a su hermana ' || pg_temp.nom(i + 800),
 'Vive en ' || pg_temp.lug(i + 500, 1), 'No habla español', '-', 'Tiene llaves de casa']) END
FROM generate_series(1, 190) AS i;

INSERT INTO contrato (empleado_id, cod_contrato, fecha_inicio, fecha_fin, salario_bruto_anual, num_pagas, jornada_pct, huella_pdf)
SELECT e, c, d, CASE WHEN c IN ('402', '410', '421') THEN d + 180 + pg_temp.r(i, 70, 300) END,
 round((15900 + pg_temp.r(i, 71, 3900) * 10.13)::numeric, 2), CASE WHEN i % 4 = 0 THEN 12 ELSE 14 END, CASE WHEN c IN ('200', '501') THEN 50 + 5 * (i % 6) ELSE 100 END,
 CASE WHEN pg_temp.r(i, 72, 4) > 0 THEN encode(sha256(convert_to('contrato' || i, 'UTF8')), 'hex') END
FROM (SELECT i, 1 + (i - 1) % 210 AS e, pg_temp.uno(i, 73, '{100,100,100,189,200,402,410,421,501,100}') AS c, date '2012-01-09' + pg_temp.r(i, 74, 4500) AS d
 FROM generate_series(1, 260) AS i) AS x;

INSERT INTO nomina (empleado_id, periodo, devengado, pct_irpf, ret_irpf, cuota_ss, liquido, iban_abono, fecha_pago, remesa)
SELECT e, '2024-0' || m, b, p, round(b * p / 100, 2), round(b * 0.0647, 2), b - round(b * p / 100, 2) - round(b * 0.0647, 2),
 CASE WHEN pg_temp.r(e, 80, 15) > 0 THEN pg_temp.iban(e) END, CASE WHEN m < 3 OR e % 12 > 0 THEN make_date(2024, m, 28) END, 'SEPA2024' || lpad(m::text, 2, '0') || '-' || e % 3
FROM (SELECT e, m, round((1150 + pg_temp.r(e, 81, 30000) / 10.0 + (m * 17) % 40)::numeric, 2) AS b, round((2 + pg_temp.r(e, 82, 260) / 10.0)::numeric, 2) AS p
 FROM generate_series(1, 210, 2) AS e, generate_series(1, 3) AS m) AS x;

INSERT INTO tipo_ausencia VALUES ('VAC', 'Vacaciones', true, 23, false), ('IT', 'Incapacidad temporal por enfermedad común', true, 365, true),
('AT', 'Accidente de trabajo', true, 365, true), ('AP', 'Asuntos propios', true, 3, false), ('MAT', 'Nacimiento y cuidado de menor', true, 112, true),
('HOSP', 'Hospitalización de familiar', true, 5, true), ('MUD', 'Traslado de domicilio', true, 1, true), ('MATR', 'Matrimonio', true, 15, true),
('EXC', 'Excedencia', false, NULL, false), ('HUE', 'Huelga', false, NULL, false), ('SIND', 'Horas sindicales', true, NULL, false), ('INJ', 'Falta injustificada', false, NULL, false);

INSERT INTO ausencia (empleado_id, tipo, desde, hasta, motivo, diagnostico, aprobado_por)
SELECT 1 + pg_temp.r(i, 90, 210), t, d, CASE WHEN i % 14 > 0 THEN d + 1 + pg_temp.r(i, 91, 18) END,
 CASE WHEN pg_temp.r(i, 92, 10) < 5 THEN NULL ELSE CASE t WHEN 'VAC' THEN pg_temp.uno(i, 93, '{Viaje a Galicia con la familia,Boda de mi hermana,Semana Santa,-}')
  WHEN 'HOSP' THEN 'Ingreso de ' || pg_temp.uno(i, 93, '{mi madre,mi hijo pequeño,mi suegro,mi marido}') || ' en ' || pg_temp.uno(i, 94, '{La Paz,el Clínico,Cruces}')
  WHEN 'AP' THEN pg_temp.uno(i, 93, '{Cita en el notario,"Tutoría en el colegio de mi hija",Renovar el DNI,Mudanza,"Juicio por mi divorcio"}')
  ELSE pg_temp.uno(i, 93, ARRAY['Aporta parte', 'no se encontraba bien', 'Llamó ' || pg_temp.nom(i + 300) || ', su pareja', 'Se cayó en las escaleras', 'tratamiento de fertilidad']) END END,
 CASE WHEN t IN ('IT', 'AT') AND pg_temp.r(i, 95, 6) > 0 THEN pg_temp.uno(i, 96, '{Lumbalgia,Gripe,Trastorno de ansiedad,Esguince de tobillo,COVID-19,Gastroenteritis,
 Fractura de radio,Depresión mayor,Cefalea tensional,Hernia inguinal,Contusión en mano derecha,J06.9 Infección respiratoria}') END,
 CASE WHEN t NOT IN ('IT', 'AT', 'INJ') THEN 1 + pg_temp.r(i, 97, 210) END
FROM (SELECT i, pg_temp.uno(i, 98, '{VAC,VAC,VAC,IT,IT,IT,AT,AP,AP,HOSP,MAT,MUD,HUE,INJ,SIND,MATR}') AS t, date '2023-01-02' + pg_temp.r(i, 99, 520) AS d
 FROM generate_series(1, 320) AS i) AS x;

INSERT INTO reconocimiento_medico (empleado_id, fecha, aptitud, grupo_sanguineo, restricciones, mutua)
SELECT 1 + (i * 11) % 210, date '2022-05-04' + pg_temp.r(i, 100, 700), pg_temp.uno(i, 101, '{apto,apto,apto,apto,apto con restricciones,no apto,pendiente}'),
 CASE WHEN pg_temp.r(i, 102, 10) > 4 THEN pg_temp.uno(i, 103, '{A+,0+,0+,A-,B+,AB+,0-,B-}') END,
 CASE WHEN pg_temp.r(i, 104, 10) > 6 THEN pg_temp.uno(i, 105, '{No levantar más de 15 kg,Evitar turno de noche,Diabetes tipo 1: pausas para medición,Uso de gafas graduadas,
 Embarazo: sin exposición a químicos,Hipoacusia bilateral leve,Alergia al látex,Evitar trabajos en altura (epilepsia)}') END,
 pg_temp.uno(i, 106, '{Fremap,Asepeyo,Mutua Universal,Ibermutua}')
FROM generate_series(1, 160) AS i;

INSERT INTO evaluacion (empleado_id, evaluador_id, ejercicio, puntuacion, comentarios, cerrada)
SELECT 1 + (i * 11) % 210, 1 + pg_temp.r(i, 110, 210), 2022 + i % 2, CASE WHEN i % 12 > 0 THEN 3 + pg_temp.r(i, 111, 70) / 10.0 END,
 CASE WHEN pg_temp.r(i, 112, 10) < 4 THEN NULL ELSE pg_temp.uno(i, 113, ARRAY['Cumple los objetivos, le falta iniciativa', 'Excelente trato con los clientes',
 pg_temp.nom(1 + (i * 11) % 210) || ' ha mejorado mucho desde el año pasado', 'Llega tarde con frecuencia', 'Propuesta de subida salarial', 'Conflictos con su jefe de turno',
 'Muy buena adaptación al nuevo ERP', 'pendiente de entrevista', 'Candidata a jefa de equipo', 'Debe mejorar el inglés']) END, i % 5 > 0
FROM generate_series(1, 180) AS i;

INSERT INTO candidato (nombre_completo, correo, tel, ciudad, anio_nac, linkedin, formacion, empresa_actual, puesto_actual, pretension_salarial, permiso_conducir,
 carta, ip_registro, consiente_rgpd, fuente, fecha_registro)
SELECT CASE pg_temp.r(i, 120, 50) WHEN 0 THEN pg_temp.liso(pg_temp.nom(c)) || ' ' || pg_temp.liso(pg_temp.ape(c, 3))
  WHEN 1 THEN pg_temp.nom(c) || '  ' || pg_temp.ape(c, 3) WHEN 2 THEN upper(pg_temp.ape(c, 3) || ' ' || pg_temp.ape(c, 4)) || ', ' || pg_temp.nom(c)
  ELSE pg_temp.nom(c) || ' ' || pg_temp.ape(c, 3) || CASE WHEN i % 4 > 0 THEN ' ' || pg_temp.ape(c, 4) ELSE '' END END,
 pg_temp.liso(pg_temp.ape(c, 3)) || '.' || left(pg_temp.liso(pg_temp.nom(c)), 4) || i || '@' || pg_temp.uno(i, 121, '{gmail.com,hotmail.com,hotmail.es,yahoo.es,icloud.com,protonmail.com}'),
 CASE WHEN pg_temp.r(i, 122, 12) > 0 THEN pg_temp.movil(c) END, CASE WHEN pg_temp.r(i, 123, 6) > 0 THEN pg_temp.lug(c, 1) END,
 CASE WHEN pg_temp.r(i, 124, 10) > 5 THEN 1965 + pg_temp.r(i, 125, 40) END,
 CASE WHEN pg_temp.r(i, 126, 10) > 6 THEN 'https://www.linkedin.com/in/' || pg_temp.liso(split_part(pg_temp.nom(c), ' ', 1)) || '-' || pg_temp.liso(pg_temp.ape(c, 3)) || '-' || left(md5('l' || i), 7) END,
 pg_temp.uno(i, 127, '{Grado en ADE,FP II Electricidad,Ingeniería Industrial (UPV),Licenciatura en Derecho,ESO,Grado en Psicología,CFGS Administración y Finanzas,
 Máster en RRHH,Bachillerato,Ingeniería Informática (UGR),FP Mecatrónica,sin estudios}'),
 CASE WHEN pg_temp.r(i, 128, 10) > 4 THEN pg_temp.uno(i, 129, '{Talleres Muñiz,Grupo Arbeloa,en paro,Correos,Supermercados La Plaza,Ayuntamiento de Getafe,Hotel Miramar,Autónomo}') END,
 CASE WHEN pg_temp.r(i, 128, 10) > 4 THEN pg_temp.uno(i, 130, '{Camarera,Jefe de almacén,Contable,Teleoperador,Dependienta,Auxiliar administrativo,Soldador,Desarrollador Java}') END,
 CASE WHEN pg_temp.r(i, 131, 10) > 4 THEN 16000 + 500 * pg_temp.r(i, 132, 70) END, CASE WHEN i % 3 = 0 THEN pg_temp.uno(i, 133, '{B,B,C,B+E}') END,
 CASE WHEN pg_temp.r(i, 134, 10) > 6 THEN pg_temp.uno(i, 135, ARRAY['Me llamo ' || pg_temp.nom(c) || ' y llevo diez años en el sector de la alimentación.',
 'Busco un cambio porque acabo de ser madre y necesito un horario estable.', 'Adjunto mi CV. Incorporación inmediata.', 'Vivo cerca de la fábrica y tengo coche propio.',
 'Conozco la empresa por un amigo que trabaja allí, ' || pg_temp.nom(c + 9) || '.']) END,
 CASE WHEN pg_temp.r(i, 136, 5) > 0 THEN (pg_temp.uno(i, 137, '{83,88,79,90,213,95}') || '.' || pg_temp.r(i, 138, 256) || '.' || pg_temp.r(i, 139, 256) || '.' || 1 + pg_temp.r(i, 140, 253))::inet END,
 i % 6 > 0, pg_temp.uno(i, 141, '{web,InfoJobs,LinkedIn,ETT,referido}'), timestamp '2023-05-02 09:10' + i * interval '31 hours 7 minutes'
FROM (SELECT i, i + 2000 AS c FROM generate_series(1, 170) AS i) AS x;

INSERT INTO oferta (puesto_id, centro_id, titulo, texto, salario_ofertado, publicada, abierta)
SELECT 1 + i % 16, 1 + i % 6, (SELECT denominacion FROM puesto WHERE id = 1 + i % 16) || CASE WHEN i % 3 = 0 THEN ' (turno de noche)' ELSE '' END,
 (ARRAY['Buscamos una persona con experiencia en industria alimentaria.', 'Se ofrece contrato indefinido tras periodo de prueba.', NULL,
 'Imprescindible carné de carretillero.', 'Jornada intensiva en verano y comedor de empresa.'])[1 + i % 5],
 CASE WHEN i % 4 > 0 THEN (18 + i) || '.000 - ' || (22 + i) || '.000 €' ELSE 'según convenio' END, date '2023-06-01' + i * 14, i > 12
FROM generate_series(1, 20) AS i;

INSERT INTO candidatura (candidato_id, oferta_id, estado, valoracion, notas_entrevista, fecha)
SELECT 1 + (i * 3) % 170, 1 + (i + i / 170) % 20, pg_temp.uno(i, 150, '{recibida,recibida,preseleccion,entrevista,descartada,descartada,oferta,contratada}')::estado_candidatura,
 CASE WHEN pg_temp.r(i, 151, 10) > 4 THEN 1 + pg_temp.r(i, 152, 5) END,
 CASE WHEN pg_temp.r(i, 153, 10) > 6 THEN pg_temp.uno(i, 154, ARRAY['Muy nerviosa al principio, luego bien. Referencias: ' || pg_temp.nom(i + 70) || ' ' || pg_temp.ape(i + 70, 3),
 'No se presentó', 'Pide teletrabajo dos días', 'Habla inglés y algo de francés', 'Está embarazada, preguntar fechas', 'Demasiado junior', 'Buena actitud; vive en ' || pg_temp.lug(i, 1)]) END,
 timestamp '2023-06-10 12:00' + i * interval '23 hours'
FROM generate_series(1, 230) AS i;

INSERT INTO usuario (empleado_id, login, clave, ip_ultimo_acceso, ultimo_acceso, rol, bloqueado)
SELECT id, left(pg_temp.liso(nombre), 1) || left(pg_temp.liso(replace(apellido1, ' ', '')), 8) || id,
 '$2y$10$' || left(translate(encode(sha256(convert_to('clave' || id, 'UTF8')) || sha256(convert_to('x' || id, 'UTF8')), 'base64'), '+=' || chr(10), './'), 53),
 CASE WHEN id % 5 > 0 THEN ('10.20.' || id % 6 || '.' || 10 + id % 200)::inet END, CASE WHEN id % 5 > 0 THEN timestamp '2024-03-01 07:58' + id * interval '97 minutes' END,
 CASE WHEN id % 40 = 0 THEN 'admin' WHEN id % 13 = 0 THEN 'rrhh' ELSE 'empleado' END, id % 31 = 0
FROM empleado WHERE activo;

INSERT INTO proveedor_formacion (razon_social, cif, telefono, email, web, iban) VALUES
('Formación Industrial del Centro, S.L.', 'B84512375', '91 447 20 31', 'info@ficentro.es', 'https://www.ficentro.es', NULL),
('Academia Ebro, S.A.', 'A50123454', '976 22 41 87', 'secretaria@academiaebro.es', 'https://www.academiaebro.es', NULL),
('Prevención y Salud Laboral, S.L.P.', 'B95330114', '94 423 76 00', 'cursos@pysl.es', NULL, NULL),
('Idiomas Atlas, S. Coop.', 'F46871208', '96 351 90 22', NULL, 'www.idiomasatlas.com', NULL),
('Carretillas Norte Formación, S.L.', 'B39604418', NULL, 'hola@carretillasnorte.es', NULL, NULL);
UPDATE proveedor_formacion SET iban = pg_temp.iban(9000 + id) WHERE id < 4;
