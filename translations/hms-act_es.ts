<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AbsencePanel</name>
        <message>
            <source>F&amp;rom</source>
            <translation>&amp;Desde</translation>
        </message>
        <message>
            <source>&amp;Until</source>
            <translation>Ha&amp;sta</translation>
        </message>
        <message>
            <source>&amp;Stands in</source>
            <translation>S&amp;ustituye</translation>
        </message>
        <message>
            <source>The leave begins</source>
            <translation>Comienzo del permiso</translation>
        </message>
        <message>
            <source>The leave ends</source>
            <translation>Fin del permiso</translation>
        </message>
        <message>
            <source>Who stands in</source>
            <translation>Quién sustituye</translation>
        </message>
        <message>
            <source>Where each task would go</source>
            <translation>A quién pasaría cada tarea</translation>
        </message>
        <message>
            <source>&amp;Confirm the leave</source>
            <translation>&amp;Confirmar el permiso</translation>
        </message>
        <message>
            <source>Store the leave; when it begins, this happens</source>
            <translation>Guarda el permiso; cuando empiece, ocurre esto</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Change nothing (Esc)</source>
            <translation>No cambiar nada (Esc)</translation>
        </message>
        <message>
            <source>yyyy-MM-dd HH:mm</source>
            <translation>dd/MM/yyyy HH:mm</translation>
        </message>
    </context>
    <context>
        <name>Action</name>
        <message>
            <source>Complete…</source>
            <translation>Completar…</translation>
        </message>
        <message>
            <source>Complete</source>
            <translation>Completar</translation>
        </message>
        <message>
            <source>%1 is done.</source>
            <translation>%1 está hecha.</translation>
        </message>
        <message>
            <source>Report failure…</source>
            <translation>Anotar fallo…</translation>
        </message>
        <message>
            <source>Report failure</source>
            <translation>Anotar fallo</translation>
        </message>
        <message>
            <source>The failure of %1 is recorded.</source>
            <translation>El fallo de %1 queda registrado.</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>Soltar</translation>
        </message>
        <message>
            <source>%1 is back in the queue.</source>
            <translation>%1 vuelve a estar en la cola.</translation>
        </message>
        <message>
            <source>Opt in</source>
            <translation>Elegir</translation>
        </message>
        <message>
            <source>%1 was chosen.</source>
            <translation>Se eligió %1.</translation>
        </message>
        <message>
            <source>Decline…</source>
            <translation>Rechazar…</translation>
        </message>
        <message>
            <source>Decline</source>
            <translation>Rechazar</translation>
        </message>
        <message>
            <source>%1 was declined.</source>
            <translation>Se rechazó %1.</translation>
        </message>
        <message>
            <source>Put on hold…</source>
            <translation>Suspender…</translation>
        </message>
        <message>
            <source>Put on hold</source>
            <translation>Suspender</translation>
        </message>
        <message>
            <source>%1 is on hold.</source>
            <translation>%1 está suspendida.</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reanudar</translation>
        </message>
        <message>
            <source>%1 goes on.</source>
            <translation>%1 continúa.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Intentar otra vez</translation>
        </message>
        <message>
            <source>%1 will be tried again.</source>
            <translation>%1 se intentará otra vez.</translation>
        </message>
        <message>
            <source>Skip…</source>
            <translation>Omitir…</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>Omitir</translation>
        </message>
        <message>
            <source>%1 was skipped.</source>
            <translation>Se omitió %1.</translation>
        </message>
        <message>
            <source>Reassign…</source>
            <translation>Reasignar…</translation>
        </message>
        <message>
            <source>Reassign</source>
            <translation>Reasignar</translation>
        </message>
        <message>
            <source>%1 was reassigned.</source>
            <translation>Se reasignó %1.</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>Aprobar</translation>
        </message>
        <message>
            <source>%1 was approved.</source>
            <translation>Se aprobó %1.</translation>
        </message>
        <message>
            <source>Send back…</source>
            <translation>Devolver…</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>Devolver</translation>
        </message>
        <message>
            <source>%1 was sent back.</source>
            <translation>Se devolvió %1 para corregir.</translation>
        </message>
        <message>
            <source>Comment…</source>
            <translation>Comentar…</translation>
        </message>
        <message>
            <source>Add comment</source>
            <translation>Añadir comentario</translation>
        </message>
        <message>
            <source>The comment on %1 is recorded.</source>
            <translation>El comentario sobre %1 queda registrado.</translation>
        </message>
        <message>
            <source>Undo completion</source>
            <translation>Deshacer la finalización</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>%1 is not done after all.</source>
            <translation>%1 no está terminada después de todo.</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Traspasar…</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>Traspasar</translation>
        </message>
        <message>
            <source>%1 was handed over.</source>
            <translation>%1 se ha traspasado.</translation>
        </message>
        <message>
            <source>Give back…</source>
            <translation>Soltar…</translation>
        </message>
    </context>
    <context>
        <name>ActionForm</name>
        <message>
            <source>Let some&amp;body try again</source>
            <translation>Dejar que alguien lo &amp;intente otra vez</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Close this form and do nothing (Esc)</source>
            <translation>Cerrar este formulario sin hacer nada (Esc)</translation>
        </message>
    </context>
    <context>
        <name>ActivitiesPage</name>
        <message>
            <source>Search id, citizen or activity</source>
            <translation>Buscar id., ciudadano o actividad</translation>
        </message>
        <message>
            <source>Search the activities</source>
            <translation>Buscar en las actividades</translation>
        </message>
        <message>
            <source>Search the activities (Ctrl+F)</source>
            <translation>Buscar en las actividades (Ctrl+F)</translation>
        </message>
        <message>
            <source>Only activities in one state</source>
            <translation>Solo actividades en un estado</translation>
        </message>
        <message>
            <source>Over&amp;due only</source>
            <translation>Solo venci&amp;das</translation>
        </message>
        <message>
            <source>Only activities past their due time</source>
            <translation>Solo actividades cuyo plazo ha pasado</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Actividades</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Anteriores</translation>
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation>Mostrar las filas anteriores</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Siguientes</translation>
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation>Mostrar las filas siguientes</translation>
        </message>
        <message>
            <source>Ne&amp;w…</source>
            <translation>&amp;Nueva…</translation>
        </message>
        <message>
            <source>A new activity (Ctrl+N)</source>
            <translation>Una nueva actividad (Ctrl+N)</translation>
        </message>
    </context>
    <context>
        <name>ActivityView</name>
        <message>
            <source>&amp;Cancel activity…</source>
            <translation>&amp;Cancelar actividad…</translation>
        </message>
        <message>
            <source>End the activity and cancel its open tasks</source>
            <translation>Terminar la actividad y cancelar sus tareas abiertas</translation>
        </message>
        <message>
            <source>&amp;Give up…</source>
            <translation>Dar por &amp;fracasada…</translation>
        </message>
        <message>
            <source>End the activity as failed: a failed task blocks it</source>
            <translation>Terminar la actividad como fallida: una tarea fallida la bloquea</translation>
        </message>
        <message>
            <source>Tasks done</source>
            <translation>Tareas hechas</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Qué pasó</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Tareas</translation>
        </message>
    </context>
    <context>
        <name>AlertsPage</name>
        <message>
            <source>&amp;Show activity</source>
            <translation>&amp;Mostrar actividad</translation>
        </message>
        <message>
            <source>Show the activity and its task (Return)</source>
            <translation>Mostrar la actividad y su tarea (Intro)</translation>
        </message>
        <message>
            <source>&amp;Acknowledge</source>
            <translation>Confirmar &amp;lectura</translation>
        </message>
        <message>
            <source>Say that you have seen it: the later steps stop (Space)</source>
            <translation>Decir que lo ha visto: los pasos siguientes se detienen (Espacio)</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Alertas</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Anteriores</translation>
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation>Mostrar las filas anteriores</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Siguientes</translation>
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation>Mostrar las filas siguientes</translation>
        </message>
        <message>
            <source>Only what nobody has ac&amp;knowledged or put off</source>
            <translation>Solo lo que nadie ha &amp;confirmado ni aplazado</translation>
        </message>
        <message>
            <source>S&amp;nooze</source>
            <translation>A&amp;plazar</translation>
        </message>
        <message>
            <source>Put it off: the later steps wait, then you are told anew (S)</source>
            <translation>Aplazarla: los pasos siguientes esperan y después se avisa de nuevo (S)</translation>
        </message>
        <message>
            <source>Acknowledge a&amp;ll shown…</source>
            <translation>Con&amp;firmar todas…</translation>
        </message>
        <message>
            <source>Say that you have seen everything in the list: the later steps stop</source>
            <translation>Decir que ha visto todo lo que hay en la lista: los pasos siguientes se detienen</translation>
        </message>
    </context>
    <context>
        <name>Choice</name>
        <message>
            <source>took what was kept for it</source>
            <translation>tomó lo que tenía reservado</translation>
        </message>
        <message>
            <source>asked for work: this came first of what it can do</source>
            <translation>pidió trabajo: esta era la primera de las que puede hacer</translation>
        </message>
        <message>
            <source>it is kept for this worker</source>
            <translation>está reservada para este trabajador</translation>
        </message>
        <message>
            <source>it is kept for a pool</source>
            <translation>está reservada para un grupo</translation>
        </message>
        <message>
            <source>whoever has the skill may take it</source>
            <translation>puede tomarla quien tenga la habilidad</translation>
        </message>
        <message>
            <source>did it</source>
            <translation>la hizo</translation>
        </message>
        <message>
            <source>does not have the skill</source>
            <translation>no tiene la habilidad</translation>
        </message>
        <message>
            <source>is not in the pool</source>
            <translation>no está en el grupo</translation>
        </message>
        <message>
            <source>had it before</source>
            <translation>ya la tuvo</translation>
        </message>
        <message>
            <source>is away</source>
            <translation>está ausente</translation>
        </message>
        <message>
            <source>has no capacity left</source>
            <translation>no tiene capacidad libre</translation>
        </message>
        <message>
            <source>is a machine, and it is kept for people</source>
            <translation>es una máquina y se guarda para personas</translation>
        </message>
        <message>
            <source>does not have the level it takes</source>
            <translation>no tiene el nivel necesario</translation>
        </message>
        <message>
            <source>is on leave</source>
            <translation>está de permiso</translation>
        </message>
        <message>
            <source>is not at work now</source>
            <translation>no trabaja a esta hora</translation>
        </message>
        <message>
            <source>could never have room for it</source>
            <translation>nunca tendría sitio para ella</translation>
        </message>
    </context>
    <context>
        <name>DraftPage</name>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>“%1” is removed.</source>
            <translation>«%1» se ha quitado.</translation>
        </message>
        <message>
            <source>“%1” is saved.</source>
            <translation>«%1» está guardado.</translation>
        </message>
    </context>
    <context>
        <name>Error</name>
        <message>
            <source>the database does not answer; try again in a moment</source>
            <translation>la base de datos no responde; inténtelo de nuevo en un momento</translation>
        </message>
        <message>
            <source>this was not begun within a minute, and nothing was done; try again in a moment</source>
            <translation>esto no se empezó en un minuto y no se hizo nada; inténtelo de nuevo en un momento</translation>
        </message>
        <message>
            <source>the lock file beside the database is gone, so another process may use it: this one does nothing more until it is started again</source>
            <translation>falta el archivo de bloqueo junto a la base de datos, así que otro proceso puede usarla: este no hace nada más hasta que se inicie de nuevo</translation>
        </message>
        <message>
            <source>rule %1 has no version %2</source>
            <translation>la regla %1 no tiene la versión %2</translation>
        </message>
        <message>
            <source>“%1” is no duration; write for example 90s, 15m, 2h, 3d, 1w, 1h30m or PT2H</source>
            <translation>«%1» no es una duración; escriba por ejemplo 90s, 15m, 2h, 3d, 1w, 1h30m o PT2H</translation>
        </message>
        <message>
            <source>a duration must be longer than zero</source>
            <translation>una duración debe ser mayor que cero</translation>
        </message>
        <message>
            <source>a duration must not be longer than ten years</source>
            <translation>una duración no debe pasar de diez años</translation>
        </message>
        <message>
            <source>at most %1 levels deep</source>
            <translation>como máximo %1 niveles de profundidad</translation>
        </message>
        <message>
            <source>this is not valid Unicode</source>
            <translation>esto no es Unicode válido</translation>
        </message>
        <message>
            <source>at most %1 bytes</source>
            <translation>como máximo %1 bytes</translation>
        </message>
        <message>
            <source>the body is not valid UTF-8</source>
            <translation>el cuerpo no es UTF-8 válido</translation>
        </message>
        <message>
            <source>the body is nested more than %1 levels deep</source>
            <translation>el cuerpo tiene más de %1 niveles de anidamiento</translation>
        </message>
        <message>
            <source>the body is not JSON: %1 at byte %2</source>
            <translation>el cuerpo no es JSON: %1 en el byte %2</translation>
        </message>
        <message>
            <source>the body is not a JSON object</source>
            <translation>el cuerpo no es un objeto JSON</translation>
        </message>
        <message>
            <source>at most %1 tasks in one call</source>
            <translation>como máximo %1 tareas por llamada</translation>
        </message>
        <message>
            <source>at most %1 tasks in one activity</source>
            <translation>como máximo %1 tareas por actividad</translation>
        </message>
        <message>
            <source>this activity has a task “%1” already</source>
            <translation>esta actividad ya tiene una tarea «%1»</translation>
        </message>
        <message>
            <source>is the task's skill, too, and a skill has at most %1 characters: give a skill, or a shorter name</source>
            <translation>es también la habilidad de la tarea, y una habilidad tiene como máximo %1 caracteres: indique una habilidad o un nombre más corto</translation>
        </message>
        <message>
            <source>the SLA must be longer than zero and at most ten years</source>
            <translation>el plazo debe ser mayor que cero y de diez años como máximo</translation>
        </message>
        <message>
            <source>at most %1 needs</source>
            <translation>como máximo %1 requisitos</translation>
        </message>
        <message>
            <source>“%1” is listed twice</source>
            <translation>«%1» aparece dos veces</translation>
        </message>
        <message>
            <source>task “%1” needs “%2”, which does not exist</source>
            <translation>la tarea «%1» requiere «%2», que no existe</translation>
        </message>
        <message>
            <source>these tasks wait for each other: %1</source>
            <translation>estas tareas se esperan unas a otras: %1</translation>
        </message>
        <message>
            <source>activity %1 is %2: it takes no more tasks</source>
            <translation>la actividad %1 está %2: no admite más tareas</translation>
        </message>
        <message>
            <source>must be a text</source>
            <translation>debe ser un texto</translation>
        </message>
        <message>
            <source>must be true or false</source>
            <translation>debe ser verdadero o falso</translation>
        </message>
        <message>
            <source>must be a whole number</source>
            <translation>debe ser un número entero</translation>
        </message>
        <message>
            <source>must be a number of seconds</source>
            <translation>debe ser un número de segundos</translation>
        </message>
        <message>
            <source>must be an object</source>
            <translation>debe ser un objeto</translation>
        </message>
        <message>
            <source>must be a list</source>
            <translation>debe ser una lista</translation>
        </message>
        <message>
            <source>is missing</source>
            <translation>falta</translation>
        </message>
        <message>
            <source>“%1” is not one of the choices: %2</source>
            <translation>«%1» no es una de las opciones: %2</translation>
        </message>
        <message>
            <source>must be from %1 to %2</source>
            <translation>debe estar entre %1 y %2</translation>
        </message>
        <message>
            <source>at most %1 of them</source>
            <translation>como máximo %1</translation>
        </message>
        <message>
            <source>unknown field</source>
            <translation>campo desconocido</translation>
        </message>
        <message>
            <source>name either a worker or a pool</source>
            <translation>indique un trabajador o un grupo</translation>
        </message>
        <message>
            <source>name the worker</source>
            <translation>indique el trabajador</translation>
        </message>
        <message>
            <source>“%1” takes the role %2; this is a %3</source>
            <translation>«%1» exige el rol %2; este es %3</translation>
        </message>
        <message>
            <source>“%1” speaks for no worker; it takes a token of “%2”, or a supervisor’s</source>
            <translation>«%1» no habla por ningún trabajador; hace falta una clave de «%2» o de un supervisor</translation>
        </message>
        <message>
            <source>“%1” may not act for worker “%2”</source>
            <translation>«%1» no puede actuar por el trabajador «%2»</translation>
        </message>
        <message>
            <source>“%1” of a task that is not one’s own takes a supervisor</source>
            <translation>«%1» de una tarea que no es de uno exige un supervisor</translation>
        </message>
        <message>
            <source>worker “%1” did this task and may not judge it</source>
            <translation>el trabajador «%1» hizo esta tarea y no puede juzgarla</translation>
        </message>
        <message>
            <source>worker “%1” is a machine and may not approve</source>
            <translation>el trabajador «%1» es una máquina y no puede aprobar</translation>
        </message>
        <message>
            <source>worker “%1” is not registered as a person and may not approve</source>
            <translation>el trabajador «%1» no está registrado como persona y no puede aprobar</translation>
        </message>
        <message>
            <source>only a person says that “%1” is one; “%2” is not registered as one</source>
            <translation>solo una persona dice que «%1» lo es; «%2» no está registrado como persona</translation>
        </message>
        <message>
            <source>stale lease token %1: task “%2” is %3 and has no lease now</source>
            <translation>la reserva %1 ya no vale: la tarea «%2» está %3 y ahora no tiene reserva</translation>
        </message>
        <message>
            <source>stale lease token %1: task “%2” is %3, its last lease was %4</source>
            <translation>la reserva %1 ya no vale: la tarea «%2» está %3, su última reserva fue %4</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be completed</source>
            <translation>la tarea «%1» está %2 y no se puede completar</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be given up as failed</source>
            <translation>la tarea «%1» está %2 y no se puede dar por fallida</translation>
        </message>
        <message>
            <source>task “%1” is %2 and has no lease to extend</source>
            <translation>la tarea «%1» está %2 y no tiene reserva que prolongar</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be given back</source>
            <translation>la tarea «%1» está %2 y no se puede devolver a la cola</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be opted in to</source>
            <translation>la tarea «%1» está %2 y no se puede elegir</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be declined</source>
            <translation>la tarea «%1» está %2 y no se puede rechazar</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be put on hold</source>
            <translation>la tarea «%1» está %2 y no se puede suspender</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be resumed</source>
            <translation>la tarea «%1» está %2 y no se puede reanudar</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be tried again</source>
            <translation>la tarea «%1» está %2 y no se puede reintentar</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be skipped</source>
            <translation>la tarea «%1» está %2 y no se puede omitir</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be reassigned</source>
            <translation>la tarea «%1» está %2 y no se puede reasignar</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be approved</source>
            <translation>la tarea «%1» está %2 y no se puede aprobar</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be sent back</source>
            <translation>la tarea «%1» está %2 y no se puede devolver para corregirla</translation>
        </message>
        <message>
            <source>task “%1” is %2 and cannot be taken back</source>
            <translation>la tarea «%1» está %2 y no se puede deshacer</translation>
        </message>
        <message>
            <source>task “%1” is %2</source>
            <translation>la tarea «%1» está %2</translation>
        </message>
        <message>
            <source>the task is %1</source>
            <translation>la tarea está %1</translation>
        </message>
        <message>
            <source>its priority is %1 already</source>
            <translation>su prioridad ya es %1</translation>
        </message>
        <message>
            <source>another rule was first</source>
            <translation>otra regla se adelantó</translation>
        </message>
        <message>
            <source>task “%1” is IN_PROGRESS: worker “%2” holds it</source>
            <translation>la tarea «%1» está en curso: la tiene el trabajador «%2»</translation>
        </message>
        <message>
            <source>task “%1” is %3: worker “%2” completed it</source>
            <translation>la tarea «%1» está %3: la completó el trabajador «%2»</translation>
        </message>
        <message>
            <source>“%1” is no address; write email:a@b, sms:+1…, slack:#channel, webhook:https://…, console:role or hitl:role</source>
            <translation>«%1» no es una dirección; escriba email:a@b, sms:+1…, slack:#canal, webhook:https://…, console:rol o hitl:rol</translation>
        </message>
        <message>
            <source>there is no calendar “%1”</source>
            <translation>no existe el calendario «%1»</translation>
        </message>
        <message>
            <source>has no letter or digit to make an id from; give an id</source>
            <translation>no tiene letras ni cifras para formar un id.; indique uno</translation>
        </message>
        <message>
            <source>ending an activity takes the role %1; this is a %2</source>
            <translation>terminar una actividad exige el rol %1; este es %2</translation>
        </message>
        <message>
            <source>activity %1 is %2 already</source>
            <translation>la actividad %1 ya está %2</translation>
        </message>
        <message>
            <source>activity %1 is OPEN and no failed task blocks it: cancel it instead</source>
            <translation>la actividad %1 está abierta y ninguna tarea fallida la bloquea: cancélela</translation>
        </message>
        <message>
            <source>at most %1 characters</source>
            <translation>como máximo %1 caracteres</translation>
        </message>
        <message>
            <source>control and text direction characters are not allowed</source>
            <translation>no se permiten caracteres de control ni de dirección del texto</translation>
        </message>
        <message>
            <source>“.” and “..” are no names: an address cannot hold them</source>
            <translation>«.» y «..» no son nombres: no caben en una dirección</translation>
        </message>
        <message>
            <source>must not be empty</source>
            <translation>no debe estar vacío</translation>
        </message>
        <message>
            <source>“%1” is no time; write for example 2026-11-22T16:00:00Z</source>
            <translation>«%1» no es una hora; escriba por ejemplo 2026-11-22T16:00:00Z</translation>
        </message>
        <message>
            <source>there is no worker “%1”</source>
            <translation>no existe el trabajador «%1»</translation>
        </message>
        <message>
            <source>task “%1” is PENDING: it is kept for worker “%2”</source>
            <translation>la tarea «%1» está pendiente: está reservada para el trabajador «%2»</translation>
        </message>
        <message>
            <source>task “%1” is PENDING: it is kept for the pool “%2”</source>
            <translation>la tarea «%1» está pendiente: está reservada para el grupo «%2»</translation>
        </message>
        <message>
            <source>worker “%1” does not have the skill “%2”</source>
            <translation>el trabajador «%1» no tiene la habilidad «%2»</translation>
        </message>
        <message>
            <source>no worker is in the pool “%1”</source>
            <translation>no hay ningún trabajador en el grupo «%1»</translation>
        </message>
        <message>
            <source>%1 has it already, and nobody else in the pool “%2” could take it</source>
            <translation>%1 ya la tiene, y nadie más del grupo «%2» podría hacerla</translation>
        </message>
        <message>
            <source>must be a plain file name without a path</source>
            <translation>debe ser un nombre de archivo sin ruta</translation>
        </message>
        <message>
            <source>is no media type</source>
            <translation>no es un tipo de medio</translation>
        </message>
        <message>
            <source>an artefact has at most %1 bytes</source>
            <translation>un archivo tiene como máximo %1 bytes</translation>
        </message>
        <message>
            <source>a worker's token names its worker</source>
            <translation>la credencial de un trabajador nombra a su trabajador</translation>
        </message>
        <message>
            <source>who has the role worker is one: say which</source>
            <translation>quien tiene el rol worker es un trabajador: diga cuál</translation>
        </message>
        <message>
            <source>there is no user “%1”</source>
            <translation>no hay ningún usuario «%1»</translation>
        </message>
        <message>
            <source>is in the past</source>
            <translation>está en el pasado</translation>
        </message>
        <message>
            <source>is no address</source>
            <translation>no es una dirección</translation>
        </message>
        <message>
            <source>cannot read %1: %2</source>
            <translation>no se puede leer %1: %2</translation>
        </message>
        <message>
            <source>%1 is too large for a configuration file</source>
            <translation>%1 es demasiado grande para un archivo de configuración</translation>
        </message>
        <message>
            <source>%1 is not UTF-8 text</source>
            <translation>%1 no es texto UTF-8</translation>
        </message>
        <message>
            <source>line %1 of %2 is not of the form key = value</source>
            <translation>la línea %1 de %2 no tiene la forma clave = valor</translation>
        </message>
        <message>
            <source>line %1 of %2: unknown key "%3"</source>
            <translation>línea %1 de %2: clave desconocida «%3»</translation>
        </message>
        <message>
            <source>line %1 of %2: "%3" is said twice</source>
            <translation>línea %1 de %2: «%3» aparece dos veces</translation>
        </message>
        <message>
            <source>line %1 of %2: "%3" has no value</source>
            <translation>línea %1 de %2: «%3» no tiene valor</translation>
        </message>
        <message>
            <source>the program is shutting down</source>
            <translation>el programa se está cerrando</translation>
        </message>
        <message>
            <source>the folder %1 of the database does not exist</source>
            <translation>la carpeta %1 de la base de datos no existe</translation>
        </message>
        <message>
            <source>only a virtual clock can be turned</source>
            <translation>solo se puede adelantar un reloj virtual</translation>
        </message>
        <message>
            <source>this idempotency key was used for another request</source>
            <translation>esta clave de idempotencia se usó en otra petición</translation>
        </message>
        <message>
            <source>this was done already; its secret is shown only once</source>
            <translation>esto ya se hizo; su secreto solo se muestra una vez</translation>
        </message>
        <message>
            <source>there is no activity %1</source>
            <translation>no existe la actividad %1</translation>
        </message>
        <message>
            <source>there is no task %1</source>
            <translation>no existe la tarea %1</translation>
        </message>
        <message>
            <source>activity %1 has no task %2</source>
            <translation>la actividad %1 no tiene la tarea %2</translation>
        </message>
        <message>
            <source>activity %1 is %2</source>
            <translation>la actividad %1 está %2</translation>
        </message>
        <message>
            <source>a defect in the program: %1</source>
            <translation>un defecto del programa: %1</translation>
        </message>
        <message>
            <source>worker %1 holds %2 tasks</source>
            <translation>el trabajador %1 tiene %2 tareas</translation>
        </message>
        <message>
            <source>worker %1 stands in for %2 during a leave</source>
            <translation>el trabajador %1 sustituye a %2 durante una ausencia</translation>
        </message>
        <message>
            <source>task %1 is %2</source>
            <translation>la tarea %1 está %2</translation>
        </message>
        <message>
            <source>%1 does not hold task %2</source>
            <translation>%1 no tiene la tarea %2</translation>
        </message>
        <message>
            <source>there is no alert %1</source>
            <translation>no existe la alerta %1</translation>
        </message>
        <message>
            <source>there is no token %1</source>
            <translation>no existe la credencial %1</translation>
        </message>
        <message>
            <source>there is no artefact %1</source>
            <translation>no existe el archivo %1</translation>
        </message>
        <message>
            <source>there is no such token</source>
            <translation>no existe esa credencial</translation>
        </message>
        <message>
            <source>is not a cursor of this list</source>
            <translation>no es un cursor de esta lista</translation>
        </message>
        <message>
            <source>must be between 1 and %1</source>
            <translation>debe estar entre 1 y %1</translation>
        </message>
        <message>
            <source>the file %1 exists already</source>
            <translation>el archivo %1 ya existe</translation>
        </message>
        <message>
            <source>the backup %1 cannot be written: %2</source>
            <translation>no se puede escribir la copia %1: %2</translation>
        </message>
        <message>
            <source>the database %1 cannot be opened: %2</source>
            <translation>no se puede abrir la base de datos %1: %2</translation>
        </message>
        <message>
            <source>the database %1 is locked by another program</source>
            <translation>otro programa tiene bloqueada la base de datos %1</translation>
        </message>
        <message>
            <source>the database is busy: %1</source>
            <translation>la base de datos está ocupada: %1</translation>
        </message>
        <message>
            <source>the database cannot be written or read: %1</source>
            <translation>no se puede escribir ni leer la base de datos: %1</translation>
        </message>
        <message>
            <source>the database does not allow that to the role of its URL: %1</source>
            <translation>la base de datos no permite eso al rol de su URL: %1</translation>
        </message>
        <message>
            <source>the database can only be read: its server is a standby, or set to read only; try again in a moment</source>
            <translation>la base de datos solo se puede leer: su servidor es uno de reserva o está puesto en solo lectura; inténtelo de nuevo en un momento</translation>
        </message>
        <message>
            <source>the database refuses the change: %1</source>
            <translation>la base de datos rechaza el cambio: %1</translation>
        </message>
        <message>
            <source>the database URL %1 names no file</source>
            <translation>la URL %1 de la base de datos no nombra ningún archivo</translation>
        </message>
        <message>
            <source>“%1:” is no database: the URL begins with sqlite:/// or postgresql://</source>
            <translation>«%1:» no es una base de datos: la URL empieza por sqlite:/// o postgresql://</translation>
        </message>
        <message>
            <source>this is no database URL: it begins with sqlite:/// or postgresql://</source>
            <translation>no es una URL de base de datos: empieza por sqlite:/// o postgresql://</translation>
        </message>
        <message>
            <source>%1 is not a database of this program</source>
            <translation>%1 no es una base de datos de este programa</translation>
        </message>
        <message>
            <source>the database %1 cannot be read: %2</source>
            <translation>no se puede leer la base de datos %1: %2</translation>
        </message>
        <message>
            <source>the database %1 has schema %2, newer than this program's %3</source>
            <translation>la base de datos %1 tiene el esquema %2, más nuevo que el %3 de este programa</translation>
        </message>
        <message>
            <source>a newer program has changed the database, and this one must be replaced: %1</source>
            <translation>un programa más nuevo ha cambiado la base de datos y este debe sustituirse: %1</translation>
        </message>
        <message>
            <source>the migration %1 is missing</source>
            <translation>falta la migración %1</translation>
        </message>
        <message>
            <source>the database %1 cannot be locked: %2</source>
            <translation>no se puede bloquear la base de datos %1: %2</translation>
        </message>
        <message>
            <source>the database %1 is held by %2 (process %3)</source>
            <translation>la base de datos %1 la tiene %2 (proceso %3)</translation>
        </message>
        <message>
            <source>must be a day at least</source>
            <translation>debe ser de un día como mínimo</translation>
        </message>
        <message>
            <source>must be an absolute path</source>
            <translation>debe ser una ruta absoluta</translation>
        </message>
        <message>
            <source>the archive %1 cannot be written: %2</source>
            <translation>no se puede escribir el archivo histórico %1: %2</translation>
        </message>
        <message>
            <source>the archive %1 is being written by another process</source>
            <translation>otro proceso está escribiendo el archivo histórico %1</translation>
        </message>
        <message>
            <source>the file %1 exists and is no archive</source>
            <translation>el archivo %1 existe y no es un archivo histórico</translation>
        </message>
        <message>
            <source>the database was lost while this was being stored; whether it was is not known yet: look before you say it again</source>
            <translation>se perdió la base de datos mientras se guardaba; aún no se sabe si se guardó: mire antes de repetirlo</translation>
        </message>
        <message>
            <source>the migration %1 breaks references of %2; the database is as it was: go on with the program of before, and report this</source>
            <translation>la migración %1 rompe referencias de %2; la base de datos está como estaba: siga con el programa anterior y comunique este fallo</translation>
        </message>
        <message>
            <source>nothing can be put in the place of %1: %2</source>
            <translation>no se puede poner nada en el lugar de %1: %2</translation>
        </message>
        <message>
            <source>the database %1 cannot be opened: the disk it is on is full</source>
            <translation>no se puede abrir la base de datos %1: el disco en que está se ha llenado</translation>
        </message>
        <message>
            <source>the database %1 has schema %2, older than this program's %3; run hms-act db migrate</source>
            <translation>la base de datos %1 tiene el esquema %2, anterior al %3 de este programa; ejecute hms-act db migrate</translation>
        </message>
        <message>
            <source>there is no database at %1</source>
            <translation>no hay ninguna base de datos en %1</translation>
        </message>
        <message>
            <source>%1 is the database itself</source>
            <translation>%1 es la propia base de datos</translation>
        </message>
        <message>
            <source>PostgreSQL is restored with its own tool, into an empty database: pg_restore --dbname=NAME %1, see packaging/postgres/README.md</source>
            <translation>PostgreSQL se restaura con su propia herramienta, en una base de datos vacía: pg_restore --dbname=NOMBRE %1, véase packaging/postgres/README.md</translation>
        </message>
        <message>
            <source>without it a power cut can lose or destroy everything, also what was acknowledged</source>
            <translation>sin esto, un corte de luz puede perder o destruir todo, también lo confirmado</translation>
        </message>
        <message>
            <source>without it a page that was half written at a power cut cannot be repaired</source>
            <translation>sin esto no se puede reparar una página que quedó a medio escribir en un corte de luz</translation>
        </message>
        <message>
            <source>nothing can be stored where it is on</source>
            <translation>donde está activado no se puede guardar nada</translation>
        </message>
        <message>
            <source>what is acknowledged must be on the disk; the program asks for it on each connection</source>
            <translation>lo confirmado debe estar en el disco; el programa lo pide en cada conexión</translation>
        </message>
        <message>
            <source>names of people do not fit into another encoding</source>
            <translation>los nombres de las personas no caben en otra codificación</translation>
        </message>
        <message>
            <source>a stricter one makes transactions fail and run again, so that everything is slower</source>
            <translation>uno más estricto hace que las transacciones fallen y se repitan, y todo va más lento</translation>
        </message>
        <message>
            <source>without it the tables grow and everything gets slower</source>
            <translation>sin esto las tablas crecen y todo va más lento</translation>
        </message>
        <message>
            <source>with them the server notices when a disk damages data</source>
            <translation>con ellas el servidor nota cuando un disco daña los datos</translation>
        </message>
        <message>
            <source>the program is tested with version 15 and later</source>
            <translation>el programa está probado con la versión 15 y posteriores</translation>
        </message>
        <message>
            <source>a standby cannot be written: name the primary in the URL</source>
            <translation>en una réplica no se puede escribir: nombre el servidor principal en la URL</translation>
        </message>
        <message>
            <source>when none is left, a program that starts is refused</source>
            <translation>cuando no queda ninguna, se rechaza a un programa que arranca</translation>
        </message>
        <message>
            <source>without a synchronous standby the loss of this server loses what came after its last backup</source>
            <translation>sin una réplica síncrona, perder este servidor es perder lo posterior a su última copia</translation>
        </message>
        <message>
            <source>the program needs no more than its own role, see create.sh</source>
            <translation>el programa no necesita más que su propio rol; vea create.sh</translation>
        </message>
        <message>
            <source>the database is encoded as %1: make one with ENCODING 'UTF8'</source>
            <translation>la base de datos está codificada como %1: cree una con ENCODING 'UTF8'</translation>
        </message>
        <message>
            <source>with another one, whoever reads holds up whoever writes</source>
            <translation>con otro, quien lee detiene a quien escribe</translation>
        </message>
        <message>
            <source>SQLite loses data on a network's file system: several machines share PostgreSQL</source>
            <translation>SQLite pierde datos en un sistema de archivos de red: varias máquinas comparten PostgreSQL</translation>
        </message>
        <message>
            <source>when the disk is full, every change is refused</source>
            <translation>cuando el disco está lleno, se rechaza todo cambio</translation>
        </message>
        <message>
            <source>Not ready: %1</source>
            <translation>No está listo: %1</translation>
        </message>
        <message>
            <source>%1 listen already; try again later</source>
            <translation>Ya escuchan %1; inténtelo más tarde</translation>
        </message>
        <message>
            <source>there is no message %1</source>
            <translation>no existe el mensaje %1</translation>
        </message>
        <message>
            <source>message %1 is %2: only what was given up is sent again</source>
            <translation>el mensaje %1 está en estado %2: solo se reenvía lo que se abandonó</translation>
        </message>
        <message>
            <source>must be an address like email:ann@county.gov</source>
            <translation>debe ser una dirección como email:ann@county.gov</translation>
        </message>
        <message>
            <source>must be en or es</source>
            <translation>debe ser en o es</translation>
        </message>
        <message>
            <source>no mail server is configured: set --smtp and --mail-from, then send it again</source>
            <translation>no hay servidor de correo configurado: indique --smtp y --mail-from y reenvíelo</translation>
        </message>
        <message>
            <source>Slack is not configured: set --slack, then send it again</source>
            <translation>Slack no está configurado: indique --slack y reenvíelo</translation>
        </message>
        <message>
            <source>text messages are not configured: set --sms and HMS_ACT_SMS_FROM, then send it again</source>
            <translation>los SMS no están configurados: indique --sms y HMS_ACT_SMS_FROM y reenvíelo</translation>
        </message>
        <message>
            <source>webhooks are not configured: set HMS_ACT_WEBHOOK_SECRET, then send it again</source>
            <translation>los webhooks no están configurados: indique HMS_ACT_WEBHOOK_SECRET y reenvíelo</translation>
        </message>
        <message>
            <source>the address is in a private network; --allow-private-webhooks lets that pass</source>
            <translation>la dirección está en una red privada; --allow-private-webhooks lo permite</translation>
        </message>
        <message>
            <source>an activity can only be told of or cancelled</source>
            <translation>de una actividad solo se puede avisar, o cancelarla</translation>
        </message>
        <message>
            <source>an earlier step reassigns there already: the task would go in a circle</source>
            <translation>un paso anterior ya reasigna allí: la tarea daría vueltas en círculo</translation>
        </message>
        <message>
            <source>the tasks come from there: they would go in a circle</source>
            <translation>las tareas vienen de ahí: darían vueltas en círculo</translation>
        </message>
        <message>
            <source>would send tasks in a circle: from there rule “%1” hands them on, and they come back to the pool “%2”</source>
            <translation>haría dar vueltas a las tareas: desde ahí la regla «%1» las pasa a otros, y vuelven al grupo «%2»</translation>
        </message>
        <message>
            <source>another rule is called “%1”</source>
            <translation>otra regla se llama «%1»</translation>
        </message>
        <message>
            <source>belongs to reassign and raise_priority only</source>
            <translation>solo corresponde a reassign y raise_priority</translation>
        </message>
        <message>
            <source>must be a priority from 0 to 9</source>
            <translation>debe ser una prioridad de 0 a 9</translation>
        </message>
        <message>
            <source>must be later than the step before</source>
            <translation>debe ser posterior al paso anterior</translation>
        </message>
        <message>
            <source>name at least one address</source>
            <translation>indique al menos una dirección</translation>
        </message>
        <message>
            <source>name at least one step</source>
            <translation>indique al menos un paso</translation>
        </message>
        <message>
            <source>repeat_every and max_repeats belong together</source>
            <translation>repeat_every y max_repeats van juntos</translation>
        </message>
        <message>
            <source>rule “%1” was changed meanwhile</source>
            <translation>la regla «%1» cambió entretanto</translation>
        </message>
        <message>
            <source>the built-in rule cannot be removed; switch it off instead</source>
            <translation>la regla incorporada no se puede quitar; desactívela</translation>
        </message>
        <message>
            <source>there are %1 rules already</source>
            <translation>ya hay %1 reglas</translation>
        </message>
        <message>
            <source>there is no rule %1</source>
            <translation>no existe la regla %1</translation>
        </message>
        <message>
            <source>there is no time zone “%1”; write for example America/New_York</source>
            <translation>no existe la zona horaria «%1»; escriba por ejemplo America/New_York</translation>
        </message>
        <message>
            <source>“%1” are no hours; write for example 09:00-12:30</source>
            <translation>«%1» no son horas; escriba por ejemplo 09:00-12:30</translation>
        </message>
        <message>
            <source>must end after it begins; write what goes past midnight as 22:00-24:00 and 00:00-06:00 of the next day</source>
            <translation>debe terminar después de empezar; escriba lo que pasa de medianoche como 22:00-24:00 y 00:00-06:00 del día siguiente</translation>
        </message>
        <message>
            <source>overlaps the hours before, or is not in order</source>
            <translation>se solapa con las horas anteriores o no está en orden</translation>
        </message>
        <message>
            <source>name at least one day with hours</source>
            <translation>indique al menos un día con horas</translation>
        </message>
        <message>
            <source>“%1” is no date; write for example 2026-12-25</source>
            <translation>«%1» no es una fecha; escriba por ejemplo 2026-12-25</translation>
        </message>
        <message>
            <source>this day is named twice</source>
            <translation>este día se nombra dos veces</translation>
        </message>
        <message>
            <source>must be “%1”, as the path says</source>
            <translation>debe ser «%1», como dice la ruta</translation>
        </message>
        <message>
            <source>must not have a slash</source>
            <translation>no debe tener barras</translation>
        </message>
        <message>
            <source>calendar “%1” is in use: %2 workers, %3 open activities</source>
            <translation>el calendario «%1» está en uso: %2 trabajadores, %3 actividades abiertas</translation>
        </message>
        <message>
            <source>24x7 is built in: it can be neither changed nor removed</source>
            <translation>24x7 está incorporado: no se puede cambiar ni quitar</translation>
        </message>
        <message>
            <source>there are %1 calendars already</source>
            <translation>ya hay %1 calendarios</translation>
        </message>
        <message>
            <source>there is no intent “%1”</source>
            <translation>no existe el tipo de solicitud «%1»</translation>
        </message>
        <message>
            <source>intent “%1” was changed meanwhile</source>
            <translation>el tipo de solicitud «%1» se ha cambiado entretanto</translation>
        </message>
        <message>
            <source>there are %1 intents already</source>
            <translation>ya hay %1 tipos de solicitud</translation>
        </message>
        <message>
            <source>must be true or false, or the name of an intent</source>
            <translation>debe ser true o false, o el nombre de un tipo de solicitud</translation>
        </message>
        <message>
            <source>must be more than 0 and less than 1</source>
            <translation>debe ser más que 0 y menos que 1</translation>
        </message>
        <message>
            <source>must be more than due_soon</source>
            <translation>debe ser más que due_soon</translation>
        </message>
        <message>
            <source>calendar “%1” was changed meanwhile</source>
            <translation>el calendario «%1» se ha cambiado entretanto</translation>
        </message>
        <message>
            <source>was changed meanwhile</source>
            <translation>se ha cambiado entretanto</translation>
        </message>
        <message>
            <source>somebody else has changed worker %1 meanwhile</source>
            <translation>otra persona ha cambiado entretanto al trabajador %1</translation>
        </message>
        <message>
            <source>has an event whose repetition cannot be read or never takes place: “%1” of %2</source>
            <translation>tiene un evento cuya repetición no se entiende o no se da nunca: «%1», del %2</translation>
        </message>
        <message>
            <source>has an event before the year 1900: “%1” of %2</source>
            <translation>tiene un evento anterior al año 1900: «%1», del %2</translation>
        </message>
        <message>
            <source>has an event whose day cannot be read: “%1”</source>
            <translation>tiene un evento cuyo día no se entiende: «%1»</translation>
        </message>
        <message>
            <source>has an event that ends before it begins: “%1” of %2</source>
            <translation>tiene un evento que acaba antes de empezar: «%1», del %2</translation>
        </message>
        <message>
            <source>has an event that lasts longer than a year: “%1” of %2</source>
            <translation>tiene un evento que dura más de un año: «%1», del %2</translation>
        </message>
        <message>
            <source>has events that repeat over too many years, all together</source>
            <translation>tiene eventos que, sumados, se repiten durante demasiados años</translation>
        </message>
        <message>
            <source>rule “%1” says something else; give this one a name, or name that one to replace it</source>
            <translation>la regla «%1» dice otra cosa; ponga un nombre a esta o, para sustituir aquella, indique su nombre</translation>
        </message>
        <message>
            <source>has an event that repeats more than %1 times</source>
            <translation>tiene un evento que se repite más de %1 veces</translation>
        </message>
        <message>
            <source>is no iCalendar text</source>
            <translation>no es un texto iCalendar</translation>
        </message>
        <message>
            <source>a calendar file has at most %1 bytes</source>
            <translation>un archivo de calendario tiene como máximo %1 bytes</translation>
        </message>
        <message>
            <source>has no holidays: no events of whole days</source>
            <translation>no tiene festivos: ningún evento de día completo</translation>
        </message>
        <message>
            <source>has more than %1 holidays</source>
            <translation>tiene más de %1 festivos</translation>
        </message>
        <message>
            <source>does not belong to this trigger</source>
            <translation>no corresponde a este desencadenante</translation>
        </message>
        <message>
            <source>must be from 1% to 99%</source>
            <translation>debe ser de 1% a 99%</translation>
        </message>
        <message>
            <source>the calendar never has that much working time</source>
            <translation>el calendario nunca tiene tanto tiempo laborable</translation>
        </message>
        <message>
            <source>must be before “to”</source>
            <translation>debe ser anterior a «to»</translation>
        </message>
        <message>
            <source>must be at most %1 days before “to”</source>
            <translation>debe ser como máximo %1 días anterior a «to»</translation>
        </message>
        <message>
            <source>nobody has the skill “%1”</source>
            <translation>nadie tiene la habilidad «%1»</translation>
        </message>
        <message>
            <source>nobody is in the pool “%1”</source>
            <translation>no hay nadie en el grupo «%1»</translation>
        </message>
        <message>
            <source>is never reached: step %1 ends the task</source>
            <translation>no se alcanza nunca: el paso %1 termina la tarea</translation>
        </message>
        <message>
            <source>is reached only where step %1 finds nobody</source>
            <translation>solo se alcanza donde el paso %1 no encuentra a nadie</translation>
        </message>
        <message>
            <source>is never reached: by then it is late, and nothing to warn of</source>
            <translation>no se alcanza nunca: para entonces ya ha vencido y no hay de qué avisar</translation>
        </message>
        <message>
            <source>is never reached: nobody works on a task that has failed</source>
            <translation>no se alcanza nunca: nadie trabaja en una tarea que ha fallado</translation>
        </message>
        <message>
            <source>is never reached: nobody claims a whole activity</source>
            <translation>no se alcanza nunca: nadie toma una actividad entera</translation>
        </message>
        <message>
            <source>does nothing: the task has failed already</source>
            <translation>no hace nada: la tarea ya ha fallado</translation>
        </message>
        <message>
            <source>does nothing: only what somebody works on can fail</source>
            <translation>no hace nada: solo puede fallar aquello en lo que alguien trabaja</translation>
        </message>
        <message>
            <source>does nothing: no step reassigns</source>
            <translation>no hace nada: ningún paso reasigna</translation>
        </message>
        <message>
            <source>fits nothing: this rule is about whole activities</source>
            <translation>no se aplica a nada: esta regla trata de actividades enteras</translation>
        </message>
        <message>
            <source>no activity has the intent “%1” yet, and there is no template for it</source>
            <translation>aún no hay ninguna actividad del tipo de solicitud «%1», ni plantilla para ella</translation>
        </message>
        <message>
            <source>is never reached: step %1 stops the clock</source>
            <translation>no se alcanza nunca: el paso %1 detiene el reloj</translation>
        </message>
        <message>
            <source>is never reached: a task that somebody works on is solved for this rule</source>
            <translation>no se alcanza nunca: para esta regla, una tarea en la que alguien trabaja está resuelta</translation>
        </message>
        <message>
            <source>never happens: the last step ends what the rule follows</source>
            <translation>no ocurre nunca: el último paso termina lo que sigue la regla</translation>
        </message>
        <message>
            <source>“%1” is no worker, and nobody is in a pool of that name</source>
            <translation>«%1» no es ningún trabajador, y no hay nadie en un grupo con ese nombre</translation>
        </message>
        <message>
            <source>nobody there is available now</source>
            <translation>ahora no hay nadie disponible allí</translation>
        </message>
        <message>
            <source>nobody there has the skill “%1”</source>
            <translation>allí nadie tiene la habilidad «%1»</translation>
        </message>
        <message>
            <source>nothing has arrived at “%1” yet: send it a test</source>
            <translation>todavía no ha llegado nada a «%1»: envíe una prueba</translation>
        </message>
        <message>
            <source>rule “%1” has the same scope and is later: it reassigns, this one does not</source>
            <translation>la regla «%1» tiene el mismo ámbito y es posterior: reasigna ella, no esta</translation>
        </message>
        <message>
            <source>the rules hand tasks of the pool “%1” on in a circle</source>
            <translation>las reglas se pasan en círculo las tareas del grupo «%1»</translation>
        </message>
        <message>
            <source>task “%1” is kept for humans: “%2” is a machine</source>
            <translation>la tarea «%1» se guarda para personas: «%2» es una máquina</translation>
        </message>
        <message>
            <source>the worker abstained: there is no result to approve, give one</source>
            <translation>el trabajador se abstuvo: no hay resultado que aprobar, indique uno</translation>
        </message>
        <message>
            <source>goes with a progress</source>
            <translation>acompaña a un avance</translation>
        </message>
        <message>
            <source>must be a number from 0 to 1</source>
            <translation>debe ser un número de 0 a 1</translation>
        </message>
        <message>
            <source>must not hold &lt; &gt; : " | ? * or end with a blank or a dot</source>
            <translation>no debe contener &lt; &gt; : " | ? * ni terminar en espacio o punto</translation>
        </message>
        <message>
            <source>is a name that some systems keep for a device</source>
            <translation>es un nombre que algunos sistemas reservan para un dispositivo</translation>
        </message>
        <message>
            <source>an activity has at most %1 files</source>
            <translation>una actividad tiene como máximo %1 archivos</translation>
        </message>
        <message>
            <source>the files of an activity have at most %1 bytes together</source>
            <translation>los archivos de una actividad suman como máximo %1 bytes</translation>
        </message>
        <message>
            <source>there is no room for more files: all together have at most %1 bytes</source>
            <translation>no hay sitio para más archivos: todos juntos suman como máximo %1 bytes</translation>
        </message>
        <message>
            <source>%1 cannot be read</source>
            <translation>no se puede leer %1</translation>
        </message>
        <message>
            <source>task “%1” is COMPLETED: a person has approved it, that is not undone</source>
            <translation>la tarea «%1» está completada: una persona la aprobó y eso no se deshace</translation>
        </message>
        <message>
            <source>task “%1” is COMPLETED for more than %2 minutes: too late to undo it</source>
            <translation>la tarea «%1» está completada desde hace más de %2 minutos: es tarde para deshacerla</translation>
        </message>
        <message>
            <source>task “%1” cannot be undone: “%2”, which waited for it, is %3</source>
            <translation>la tarea «%1» no se puede deshacer: «%2», que la esperaba, está %3</translation>
        </message>
        <message>
            <source>there is a calendar of that name already</source>
            <translation>ya hay un calendario con ese nombre</translation>
        </message>
        <message>
            <source>take over the days of the file, or leave it, before you save</source>
            <translation>tome los días del archivo, o déjelo, antes de guardar</translation>
        </message>
        <message>
            <source>alert %1 is acknowledged: it cannot be put off</source>
            <translation>la alerta %1 está confirmada: no se puede aplazar</translation>
        </message>
        <message>
            <source>task “%1” takes the skill “%2” at level %3</source>
            <translation>la tarea «%1» requiere la habilidad «%2» con nivel %3</translation>
        </message>
        <message>
            <source>must be later than the beginning</source>
            <translation>debe ser posterior al comienzo</translation>
        </message>
        <message>
            <source>is more than ten years away</source>
            <translation>está a más de diez años</translation>
        </message>
        <message>
            <source>nobody stands in for oneself</source>
            <translation>nadie se sustituye a sí mismo</translation>
        </message>
        <message>
            <source>overlaps another leave</source>
            <translation>coincide con otra ausencia</translation>
        </message>
        <message>
            <source>worker “%1” is away then, and “%2” is to stand in</source>
            <translation>el trabajador «%1» está ausente entonces y lo sustituye «%2»</translation>
        </message>
        <message>
            <source>waits for %1, held by %2 until %3</source>
            <translation>espera a %1, que tiene %2 hasta %3</translation>
        </message>
        <message>
            <source>waits for %1</source>
            <translation>espera a %1</translation>
        </message>
        <message>
            <source>%1 eligible, all at capacity</source>
            <translation>aptos: %1, todos al límite de su capacidad</translation>
        </message>
        <message>
            <source>%1 eligible, none has a capacity of %2</source>
            <translation>aptos: %1, ninguno con capacidad de %2</translation>
        </message>
        <message>
            <source>%1 could do it, all are off shift or on leave, the first until %2</source>
            <translation>podrían hacerla: %1, todos fuera de turno o ausentes, el primero hasta %2</translation>
        </message>
        <message>
            <source>%1 could do it, none is available</source>
            <translation>podrían hacerla: %1, ninguno está disponible</translation>
        </message>
        <message>
            <source>nobody has the skill %1</source>
            <translation>nadie tiene la habilidad %1</translation>
        </message>
        <message>
            <source>kept for the pool %1, in which nobody has the skill %2</source>
            <translation>reservada para el grupo %1, en el que nadie tiene la habilidad %2</translation>
        </message>
        <message>
            <source>%1 have the skill %2, none at level %3</source>
            <translation>%1 tienen la habilidad %2, ninguno con nivel %3</translation>
        </message>
        <message>
            <source>only “%1”, who did that to task “%2”, or a supervisor takes it back</source>
            <translation>solo «%1», quien hizo eso con la tarea «%2», o un supervisor puede deshacerlo</translation>
        </message>
        <message>
            <source>task “%1” is %2 for more than %3 minutes: too late to take that back</source>
            <translation>la tarea «%1» está %2 desde hace más de %3 minutos: es tarde para deshacerlo</translation>
        </message>
        <message>
            <source>waits for %1, which failed: retry or skip it</source>
            <translation>espera a %1, que ha fallado: hay que reintentarla u omitirla</translation>
        </message>
        <message>
            <source>waits for %1, on hold: %2</source>
            <translation>espera a %1, suspendida: %2</translation>
        </message>
        <message>
            <source>waits for %1, which waits for the citizen's choice</source>
            <translation>espera a %1, que espera la decisión del ciudadano</translation>
        </message>
        <message>
            <source>waits for %1, which waits for a person to decide</source>
            <translation>espera a %1, que espera la decisión de una persona</translation>
        </message>
        <message>
            <source>behind %1, which takes %2 of a capacity: none of the %3 eligible has so much room</source>
            <translation>detrás de %1, que ocupa %2 de la capacidad: ninguno de los aptos (%3) tiene tanto sitio</translation>
        </message>
        <message>
            <source>%1 eligible; %2 tasks or more come before it</source>
            <translation>aptos: %1; tareas que van antes: %2 o más</translation>
        </message>
        <message>
            <source>%1 eligible; tasks that come before it: %2</source>
            <translation>aptos: %1; tareas que van antes: %2</translation>
        </message>
        <message>
            <source>the only one eligible, %1, had it before, and may ask for it</source>
            <translation>%1, la única persona o máquina apta, ya la tuvo, y puede pedirla</translation>
        </message>
        <message>
            <source>the only one eligible, %1, had it before, and is away</source>
            <translation>%1, la única persona o máquina apta, ya la tuvo, y está ausente</translation>
        </message>
        <message>
            <source>the only one eligible, %1, had it before, and is at capacity</source>
            <translation>%1, la única persona o máquina apta, ya la tuvo, y está al límite de su capacidad</translation>
        </message>
        <message>
            <source>all %1 eligible had it before; away: %2, at capacity: %3</source>
            <translation>los aptos (%1) ya la tuvieron; ausentes: %2, al límite de su capacidad: %3</translation>
        </message>
        <message>
            <source>worker “%1” is away and takes no work</source>
            <translation>el trabajador «%1» está ausente y no recibe trabajo</translation>
        </message>
        <message>
            <source>task “%1” is PENDING: “%2” had it before, and others can do it</source>
            <translation>la tarea «%1» está pendiente: «%2» ya la tuvo, y otros pueden hacerla</translation>
        </message>
        <message>
            <source>worker “%1” is at capacity: it holds %2 of %3, and task “%4” takes %5</source>
            <translation>el trabajador «%1» está al límite de su capacidad: tiene %2 de %3, y la tarea «%4» ocupa %5</translation>
        </message>
        <message>
            <source>“%1” may say of itself only whether it is available, and its language</source>
            <translation>«%1» solo puede decir de sí si está disponible, y su idioma</translation>
        </message>
        <message>
            <source>all %1 eligible had it before; one of them may ask for it</source>
            <translation>los aptos (%1) ya la tuvieron; uno de ellos puede pedirla</translation>
        </message>
        <message>
            <source>%1 eligible, none has asked for work lately</source>
            <translation>aptos: %1, ninguno ha pedido trabajo últimamente</translation>
        </message>
        <message>
            <source>%1 eligible: whoever asks next gets it</source>
            <translation>aptos: %1; la recibe quien la pida primero</translation>
        </message>
        <message>
            <source>kept for %1</source>
            <translation>reservada para %1</translation>
        </message>
        <message>
            <source>kept for %1, who is not available</source>
            <translation>reservada para %1, que no está disponible</translation>
        </message>
        <message>
            <source>kept for %1, who is off shift or on leave until %2</source>
            <translation>reservada para %1, que está fuera de turno o de permiso hasta %2</translation>
        </message>
        <message>
            <source>offered to %1 until %2</source>
            <translation>ofrecida a %1 hasta %2</translation>
        </message>
        <message>
            <source>optional: nobody has opted in or declined</source>
            <translation>opcional: nadie la ha aceptado ni rechazado</translation>
        </message>
        <message>
            <source>on hold since %1: %2</source>
            <translation>suspendida desde %1: %2</translation>
        </message>
        <message>
            <source>done by %1; a person must approve</source>
            <translation>hecha por %1; debe aprobarla una persona</translation>
        </message>
        <message>
            <source>%1 abstained; a person must decide</source>
            <translation>%1 se abstuvo; debe decidir una persona</translation>
        </message>
        <message>
            <source>attempt %1 failed; again from %2</source>
            <translation>el intento %1 falló; de nuevo a partir de %2</translation>
        </message>
        <message>
            <source>The form cannot be decoded</source>
            <translation>El formulario no se puede descodificar</translation>
        </message>
        <message>
            <source>The body must be application/x-www-form-urlencoded</source>
            <translation>El cuerpo debe ser application/x-www-form-urlencoded</translation>
        </message>
        <message>
            <source>must be degrees, from %1 to %2</source>
            <translation>deben ser grados, de %1 a %2</translation>
        </message>
        <message>
            <source>required where the other of lat and long is given</source>
            <translation>es obligatorio si se da el otro de lat y long</translation>
        </message>
        <message>
            <source>must be an http or https address</source>
            <translation>debe ser una dirección http o https</translation>
        </message>
        <message>
            <source>more than %1</source>
            <translation>más de %1</translation>
        </message>
        <message>
            <source>There is nothing at this address</source>
            <translation>No hay nada en esta dirección</translation>
        </message>
        <message>
            <source>This needs a valid token: Authorization: Bearer …</source>
            <translation>Esto requiere una clave válida: Authorization: Bearer …</translation>
        </message>
        <message>
            <source>Idempotency-Key has 1 to %1 characters</source>
            <translation>Idempotency-Key tiene de 1 a %1 caracteres</translation>
        </message>
        <message>
            <source>A sandbox, whose tokens everybody knows, serves no page of another site</source>
            <translation>Un entorno de pruebas, cuyas claves conoce todo el mundo, no sirve a páginas de otros sitios</translation>
        </message>
        <message>
            <source>This needs the role %1; this token has %2</source>
            <translation>Esto requiere el rol %1; esta clave tiene %2</translation>
        </message>
        <message>
            <source>The certificate and its key cannot be used: %1</source>
            <translation>El certificado y su clave no sirven: %1</translation>
        </message>
        <message>
            <source>The key of the certificate has a passphrase, which nobody can give here; openssl pkey writes it without one</source>
            <translation>La clave del certificado tiene una contraseña, que aquí nadie puede dar; openssl pkey la escribe sin ella</translation>
        </message>
        <message>
            <source>“%1” is not an IP address</source>
            <translation>«%1» no es una dirección IP</translation>
        </message>
        <message>
            <source>Port in use: another program listens on %1</source>
            <translation>Puerto ocupado: otro programa escucha en %1</translation>
        </message>
        <message>
            <source>Cannot listen on %1: %2</source>
            <translation>No se puede escuchar en %1: %2</translation>
        </message>
        <message>
            <source>This is not a cursor of this list</source>
            <translation>Esto no es un cursor de esta lista</translation>
        </message>
        <message>
            <source>The request is not well-formed HTTP</source>
            <translation>La petición no es HTTP bien formado</translation>
        </message>
        <message>
            <source>This address does not take that method; see Allow</source>
            <translation>Esta dirección no admite ese método; véase Allow</translation>
        </message>
        <message>
            <source>The request did not arrive in time</source>
            <translation>La petición no llegó a tiempo</translation>
        </message>
        <message>
            <source>The length of the body must be announced</source>
            <translation>La longitud del cuerpo debe anunciarse</translation>
        </message>
        <message>
            <source>The body is over the limit</source>
            <translation>El cuerpo supera el límite</translation>
        </message>
        <message>
            <source>The body is over the limit of %1</source>
            <translation>El cuerpo supera el límite de %1</translation>
        </message>
        <message>
            <source>The address is too long</source>
            <translation>La dirección es demasiado larga</translation>
        </message>
        <message>
            <source>The body must be application/json in UTF-8</source>
            <translation>El cuerpo debe ser application/json en UTF-8</translation>
        </message>
        <message>
            <source>Only 100-continue can be expected</source>
            <translation>Solo puede esperarse 100-continue</translation>
        </message>
        <message>
            <source>Too many requests; wait a moment</source>
            <translation>Demasiadas peticiones; espere un momento</translation>
        </message>
        <message>
            <source>The header is over the limit</source>
            <translation>La cabecera supera el límite</translation>
        </message>
        <message>
            <source>The method is unknown</source>
            <translation>El método es desconocido</translation>
        </message>
        <message>
            <source>The service cannot answer now; try again</source>
            <translation>El servicio no puede responder ahora; inténtelo de nuevo</translation>
        </message>
        <message>
            <source>There was no answer in time, and whether this was done is not known yet: look before you say it again</source>
            <translation>No hubo respuesta a tiempo y aún no se sabe si se hizo: mire antes de repetirlo</translation>
        </message>
        <message>
            <source>Only HTTP/1.0 and HTTP/1.1 are spoken here</source>
            <translation>Aquí solo se habla HTTP/1.0 y HTTP/1.1</translation>
        </message>
        <message>
            <source>The program failed to answer; this is a defect</source>
            <translation>El programa no supo responder; es un defecto</translation>
        </message>
        <message>
            <source>unknown parameter</source>
            <translation>parámetro desconocido</translation>
        </message>
        <message>
            <source>is empty; leave it out to mean all</source>
            <translation>está vacío; déjelo fuera para decir todos</translation>
        </message>
        <message>
            <source>given twice</source>
            <translation>dado dos veces</translation>
        </message>
        <message>
            <source>No body is taken here with this method</source>
            <translation>Aquí no se acepta ningún cuerpo con este método</translation>
        </message>
        <message>
            <source>A body with a Content-Encoding is not understood; send it as it is</source>
            <translation>No se entiende un cuerpo con Content-Encoding; envíelo tal como es</translation>
        </message>
        <message>
            <source>the PostgreSQL URL cannot be read: names and passwords in it are percent-encoded</source>
            <translation>no se puede leer la URL de PostgreSQL: sus nombres y contraseñas se escriben con codificación por ciento</translation>
        </message>
        <message>
            <source>the PostgreSQL URL has a parameter behind its “?” that PostgreSQL does not know</source>
            <translation>la URL de PostgreSQL tiene tras el «?» un parámetro que PostgreSQL no conoce</translation>
        </message>
        <message>
            <source>the database URL %1 has parameters; one of SQLite takes none</source>
            <translation>la URL %1 de la base de datos tiene parámetros; una de SQLite no los admite</translation>
        </message>
        <message>
            <source>worker %1 is “%2”, and another name makes the same id; give an id</source>
            <translation>el trabajador %1 es «%2», y otro nombre da el mismo id; indique un id</translation>
        </message>
        <message>
            <source>worker %1 is called “%2” already</source>
            <translation>el trabajador %1 ya se llama «%2»</translation>
        </message>
        <message>
            <source>%1 workers are called “%2”; name one by its id</source>
            <translation>%1 trabajadores se llaman «%2»; indique uno por su id</translation>
        </message>
        <message>
            <source>Cannot read %1: %2</source>
            <translation>No se puede leer %1: %2</translation>
        </message>
        <message>
            <source>for a human to look at: %1 have the skill %2, none is a human</source>
            <translation>debe verla una persona: %1 tienen la habilidad %2, ninguno es una persona</translation>
        </message>
        <message>
            <source>levels are 1 to 5</source>
            <translation>los niveles van de 1 a 5</translation>
        </message>
        <message>
            <source>there is an intent of that name already</source>
            <translation>ya existe un tipo de solicitud con ese nombre</translation>
        </message>
        <message>
            <source>too much came and went in that time to play it back; try less of it</source>
            <translation>en ese tiempo entró y salió demasiado para reproducirlo; pruebe con menos</translation>
        </message>
        <message>
            <source>must not hold characters that cannot be seen</source>
            <translation>no debe contener caracteres que no se ven</translation>
        </message>
        <message>
            <source>PostgreSQL is backed up with its own tool, where it runs or from here. Run: pg_dump --format=custom --file=%1 --dbname=%2</source>
            <translation>PostgreSQL se copia con su propia herramienta, donde funciona o desde aquí. Ejecute: pg_dump --format=custom --file=%1 --dbname=%2</translation>
        </message>
        <message>
            <source>Idempotency-Key must be UTF-8</source>
            <translation>Idempotency-Key debe estar en UTF-8</translation>
        </message>
        <message>
            <source>is more than 64 bits hold, and would be rounded; send it as a text</source>
            <translation>es más de lo que cabe en 64 bits, y se redondearía; envíelo como texto</translation>
        </message>
        <message>
            <source>the database %1 has a second name (a hard link), under which another process could open it</source>
            <translation>la base de datos %1 tiene un segundo nombre (un enlace duro), con el que otro proceso podría abrirla</translation>
        </message>
        <message>
            <source>task %1 (%2): it does not wait for what is open before it</source>
            <translation>tarea %1 (%2): no espera a lo que está abierto antes que ella</translation>
        </message>
        <message>
            <source>task %1 (%2): it has begun before its needs were met</source>
            <translation>tarea %1 (%2): empezó antes de que se cumpliera lo que requiere</translation>
        </message>
        <message>
            <source>task %1 (%2): it is open in an activity that has ended</source>
            <translation>tarea %1 (%2): está abierta en una actividad que ya terminó</translation>
        </message>
        <message>
            <source>task %1 (%2): it had more attempts than it may</source>
            <translation>tarea %1 (%2): tuvo más intentos de los permitidos</translation>
        </message>
        <message>
            <source>task %1 (%2): a file of it is not whole</source>
            <translation>tarea %1 (%2): uno de sus archivos no está entero</translation>
        </message>
        <message>
            <source>the schema is version %1, this program is made for %2</source>
            <translation>el esquema es de la versión %1; este programa está hecho para la %2</translation>
        </message>
        <message>
            <source>the file is damaged: %1</source>
            <translation>el archivo está dañado: %1</translation>
        </message>
        <message>
            <source>a row of %1 refers to one that is not there</source>
            <translation>una fila de %1 remite a otra que no existe</translation>
        </message>
        <message>
            <source>task %1 (%2): the content of a file of it does not match its hash</source>
            <translation>tarea %1 (%2): el contenido de uno de sus archivos no coincide con su hash</translation>
        </message>
        <message>
            <source>the archive %1 does not hold what was moved there</source>
            <translation>el archivo histórico %1 no contiene lo que se trasladó allí</translation>
        </message>
        <message>
            <source>the record is broken: %1</source>
            <translation>el registro está roto: %1</translation>
        </message>
    </context>
    <context>
        <name>Event</name>
        <message>
            <source>The request came in</source>
            <translation>Llegó la petición</translation>
        </message>
        <message>
            <source>The activity was completed</source>
            <translation>Se completó la actividad</translation>
        </message>
        <message>
            <source>The activity was cancelled</source>
            <translation>Se canceló la actividad</translation>
        </message>
        <message>
            <source>The activity was given up</source>
            <translation>Se dio la actividad por fracasada</translation>
        </message>
        <message>
            <source>The activity is overdue</source>
            <translation>La actividad está vencida</translation>
        </message>
        <message>
            <source>%1 was added</source>
            <translation>Se añadió %1</translation>
        </message>
        <message>
            <source>%1 can start: its needs are met</source>
            <translation>%1 puede empezar: se cumplen sus requisitos</translation>
        </message>
        <message>
            <source>%1 was taken up</source>
            <translation>Se empezó %1</translation>
        </message>
        <message>
            <source>%2 took up %1</source>
            <translation>%2 empezó %1</translation>
        </message>
        <message>
            <source>%1 was completed</source>
            <translation>Se completó %1</translation>
        </message>
        <message>
            <source>%2 completed %1</source>
            <translation>%2 completó %1</translation>
        </message>
        <message>
            <source>%1 is done and waits for a review</source>
            <translation>%1 está hecha y espera revisión</translation>
        </message>
        <message>
            <source>%2 finished %1; it waits for a review</source>
            <translation>%2 terminó %1; espera revisión</translation>
        </message>
        <message>
            <source>An attempt at %1 failed; it will be tried again</source>
            <translation>Falló un intento de %1; se intentará otra vez</translation>
        </message>
        <message>
            <source>%2 could not do %1; it will be tried again</source>
            <translation>%2 no pudo hacer %1; se intentará otra vez</translation>
        </message>
        <message>
            <source>%1 failed for good</source>
            <translation>%1 falló definitivamente</translation>
        </message>
        <message>
            <source>%2 could not do %1; it failed for good</source>
            <translation>%2 no pudo hacer %1; falló definitivamente</translation>
        </message>
        <message>
            <source>More time was given to %1</source>
            <translation>Se dio más tiempo a %1</translation>
        </message>
        <message>
            <source>%2 is still at %1</source>
            <translation>%2 sigue con %1</translation>
        </message>
        <message>
            <source>%1 was taken back: nothing was heard of it in time</source>
            <translation>Se retiró %1: no hubo noticias a tiempo</translation>
        </message>
        <message>
            <source>%1 was taken back: nothing was heard of %2 in time</source>
            <translation>Se retiró %1: no hubo noticias de %2 a tiempo</translation>
        </message>
        <message>
            <source>%1 was given back</source>
            <translation>Se soltó %1</translation>
        </message>
        <message>
            <source>%2 gave %1 back</source>
            <translation>%2 soltó %1</translation>
        </message>
        <message>
            <source>The option %1 was chosen</source>
            <translation>Se eligió la opción %1</translation>
        </message>
        <message>
            <source>The option %1 was declined</source>
            <translation>Se rechazó la opción %1</translation>
        </message>
        <message>
            <source>The option %1 lapsed: nobody chose in time</source>
            <translation>Caducó la opción %1: nadie eligió a tiempo</translation>
        </message>
        <message>
            <source>%1 was put on hold</source>
            <translation>Se suspendió %1</translation>
        </message>
        <message>
            <source>%1 was resumed</source>
            <translation>Se reanudó %1</translation>
        </message>
        <message>
            <source>%1 is to be tried again</source>
            <translation>Se intentará %1 otra vez</translation>
        </message>
        <message>
            <source>%1 was skipped</source>
            <translation>Se omitió %1</translation>
        </message>
        <message>
            <source>%1 was cancelled with its activity</source>
            <translation>Se canceló %1 con su actividad</translation>
        </message>
        <message>
            <source>%1 was reassigned</source>
            <translation>Se reasignó %1</translation>
        </message>
        <message>
            <source>%1 was reassigned to %2</source>
            <translation>Se reasignó %1 a %2</translation>
        </message>
        <message>
            <source>%1 was approved</source>
            <translation>Se aprobó %1</translation>
        </message>
        <message>
            <source>%1 was sent back</source>
            <translation>Se devolvió %1</translation>
        </message>
        <message>
            <source>Comment on %1</source>
            <translation>Comentario sobre %1</translation>
        </message>
        <message>
            <source>%1 is overdue</source>
            <translation>%1 está vencida</translation>
        </message>
        <message>
            <source>A file was added to %1</source>
            <translation>Se añadió un archivo a %1</translation>
        </message>
        <message>
            <source>An alert was raised</source>
            <translation>Se generó una alerta</translation>
        </message>
        <message>
            <source>An alert was acknowledged</source>
            <translation>Se confirmó una alerta</translation>
        </message>
        <message>
            <source>%1: “%2”</source>
            <translation>%1: «%2»</translation>
        </message>
        <message>
            <source>%1 was escalated</source>
            <translation>%1 fue escalada</translation>
        </message>
        <message>
            <source>%1 was escalated to %2</source>
            <translation>%1 fue escalada a %2</translation>
        </message>
        <message>
            <source>%1 was made more urgent</source>
            <translation>%1 es ahora más urgente</translation>
        </message>
        <message>
            <source>The activity was escalated</source>
            <translation>La actividad fue escalada</translation>
        </message>
        <message>
            <source>The time of %1 begins anew</source>
            <translation>El plazo de %1 empieza de nuevo</translation>
        </message>
        <message>
            <source>The activity falls due at another time</source>
            <translation>La actividad vence en otro momento</translation>
        </message>
        <message>
            <source>%1 falls due at another time</source>
            <translation>%1 vence en otro momento</translation>
        </message>
        <message>
            <source>%1 is left to a person</source>
            <translation>%1 se deja a una persona</translation>
        </message>
        <message>
            <source>%2 left %1 to a person</source>
            <translation>%2 dejó %1 a una persona</translation>
        </message>
        <message>
            <source>An alert was put off</source>
            <translation>Se aplazó una alerta</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>el programa</translation>
        </message>
        <message>
            <source>An alert is open again</source>
            <translation>Una alerta vuelve a estar abierta</translation>
        </message>
        <message>
            <source>What an alert was about is over</source>
            <translation>Aquello de lo que avisaba una alerta ya está resuelto</translation>
        </message>
        <message>
            <source>The activity goes on: a task was undone</source>
            <translation>La actividad continúa: se deshizo una tarea</translation>
        </message>
        <message>
            <source>%1 is not done after all</source>
            <translation>%1 no está terminada después de todo</translation>
        </message>
        <message>
            <source>%2 took back that %1 is done</source>
            <translation>%2 retiró que %1 esté terminada</translation>
        </message>
        <message>
            <source>%1 waits again: what it needs was undone</source>
            <translation>%1 vuelve a esperar: se deshizo lo que necesita</translation>
        </message>
        <message>
            <source>%1 was offered</source>
            <translation>%1 fue ofrecida</translation>
        </message>
        <message>
            <source>%1 was offered to %2</source>
            <translation>%1 fue ofrecida a %2</translation>
        </message>
        <message>
            <source>%1 is kept for a pool</source>
            <translation>%1 queda reservada para un grupo</translation>
        </message>
        <message>
            <source>%1 is kept for the pool %2</source>
            <translation>%1 queda reservada para el grupo %2</translation>
        </message>
        <message>
            <source>%1 goes to others</source>
            <translation>%1 pasa a otros</translation>
        </message>
        <message>
            <source>%1 goes to others than %2</source>
            <translation>%1 pasa a otros que %2</translation>
        </message>
        <message>
            <source>%1 was handed over: somebody is away</source>
            <translation>%1 fue traspasada: alguien está ausente</translation>
        </message>
        <message>
            <source>%1 was handed over: %2 is away</source>
            <translation>%1 fue traspasada: %2 está ausente</translation>
        </message>
        <message>
            <source>The offer of %1 was taken back: nobody began in time</source>
            <translation>Se retiró la oferta de %1: nadie empezó a tiempo</translation>
        </message>
        <message>
            <source>The offer of %1 was taken back: %2 did not begin in time</source>
            <translation>Se retiró la oferta de %1: %2 no empezó a tiempo</translation>
        </message>
        <message>
            <source>%1 stays where it is: nobody else could take it</source>
            <translation>%1 se queda donde está: nadie más podría hacerse cargo</translation>
        </message>
        <message>
            <source>%1 stays with %2: nobody else could take it</source>
            <translation>%1 se queda con %2: nadie más podría hacerse cargo</translation>
        </message>
        <message>
            <source>The offer of %1 was taken back: somebody is not available</source>
            <translation>Se retiró la oferta de %1: alguien no está disponible</translation>
        </message>
        <message>
            <source>The offer of %1 was taken back: %2 is not available</source>
            <translation>Se retiró la oferta de %1: %2 no está disponible</translation>
        </message>
        <message>
            <source>What was done last with %1 was taken back</source>
            <translation>Se deshizo lo último que se hizo con %1</translation>
        </message>
    </context>
    <context>
        <name>FilePreview</name>
        <message>
            <source>Page before (Ctrl+Page Up)</source>
            <translation>Página anterior (Ctrl+Re Pág)</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>Página anterior</translation>
        </message>
        <message>
            <source>Next page (Ctrl+Page Down)</source>
            <translation>Página siguiente (Ctrl+Av Pág)</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>Página siguiente</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>Guardar como…</translation>
        </message>
        <message>
            <source>Save the whole file (Ctrl+S)</source>
            <translation>Guardar el archivo entero (Ctrl+S)</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Close the preview (Esc)</source>
            <translation>Cerrar la vista previa (Esc)</translation>
        </message>
    </context>
    <context>
        <name>HealthPage</name>
        <message>
            <source>&amp;Check everything</source>
            <translation>Com&amp;probar todo</translation>
        </message>
        <message>
            <source>Reads the whole database: its rules, its references, every entry of the record</source>
            <translation>Lee toda la base de datos: sus reglas, sus referencias, cada entrada del registro</translation>
        </message>
        <message>
            <source>Settings of the database</source>
            <translation>Ajustes de la base de datos</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Pages</source>
            <translation>Páginas</translation>
        </message>
    </context>
    <context>
        <name>MyWorkPage</name>
        <message>
            <source>My tasks</source>
            <translation>Mis tareas</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Overdue: %1</source>
            <translation>Fuera de plazo: %1</translation>
        </message>
        <message>
            <source>Due soon: %1</source>
            <translation>Vence pronto: %1</translation>
        </message>
        <message>
            <source>The request is overdue: %1</source>
            <translation>La solicitud está fuera de plazo: %1</translation>
        </message>
        <message>
            <source>The request is due soon: %1</source>
            <translation>La solicitud vence pronto: %1</translation>
        </message>
        <message>
            <source>Nobody has begun: %1</source>
            <translation>Nadie ha empezado: %1</translation>
        </message>
        <message>
            <source>Given up again and again: %1</source>
            <translation>Abandonada una y otra vez: %1</translation>
        </message>
        <message>
            <source>Failed: %1</source>
            <translation>Ha fallado: %1</translation>
        </message>
        <message>
            <source>Nobody to give this to: %1</source>
            <translation>Nadie a quien encargarlo: %1</translation>
        </message>
        <message>
            <source>Too much is waiting: %1</source>
            <translation>Hay demasiado pendiente: %1</translation>
        </message>
        <message numerus="yes">
            <source>%n wait for “%1”</source>
            <translation>
                <numerusform>%n tarea espera a «%1»</numerusform>
                <numerusform>%n tareas esperan a «%1»</numerusform>
            </translation>
        </message>
        <message>
            <source>A test message of HMS-ACT</source>
            <translation>Mensaje de prueba de HMS-ACT</translation>
        </message>
        <message>
            <source>Work for you: %1</source>
            <translation>Trabajo para usted: %1</translation>
        </message>
        <message>
            <source>Please look at this: %1</source>
            <translation>Revise esto, por favor: %1</translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>vence %1</translation>
        </message>
        <message>
            <source>Messages to this address arrive. There is nothing to do.</source>
            <translation>Los mensajes a esta dirección llegan. No hay nada que hacer.</translation>
        </message>
        <message>
            <source>Activity %1</source>
            <translation>Actividad %1</translation>
        </message>
        <message>
            <source>Rule: %1</source>
            <translation>Regla: %1</translation>
        </message>
        <message numerus="yes">
            <source>HMS-ACT: %n messages</source>
            <translation>
                <numerusform>HMS-ACT: %n mensaje</numerusform>
                <numerusform>HMS-ACT: %n mensajes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>Say here what became of it:</source>
            <translation>Diga aquí qué ha sido de ella:</translation>
        </message>
        <message>
            <source>The page asks for this code:</source>
            <translation>La página pide este código:</translation>
        </message>
        <message>
            <source>Each link is for you alone and takes one answer. Opening it changes nothing.</source>
            <translation>Cada enlace es solo para usted y admite una respuesta. Abrirlo no cambia nada.</translation>
        </message>
        <message>
            <source>The link is for you alone and takes one answer. Opening it changes nothing.</source>
            <translation>El enlace es solo para usted y admite una respuesta. Abrirlo no cambia nada.</translation>
        </message>
    </context>
    <context>
        <name>OutboxPage</name>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>Canal</translation>
        </message>
        <message>
            <source>&amp;Show activity</source>
            <translation>&amp;Mostrar actividad</translation>
        </message>
        <message>
            <source>Show the activity and its task (Return)</source>
            <translation>Mostrar la actividad y su tarea (Intro)</translation>
        </message>
        <message>
            <source>Send a&amp;gain</source>
            <translation>&amp;Reenviar</translation>
        </message>
        <message>
            <source>Try the chosen message again, under its old id</source>
            <translation>Intentar otra vez el mensaje elegido, con su mismo identificador</translation>
        </message>
        <message>
            <source>Send a&amp;ll again…</source>
            <translation>Reenviar to&amp;dos…</translation>
        </message>
        <message>
            <source>Try every message shown here again that was given up</source>
            <translation>Intentar otra vez todos los mensajes abandonados que se muestran</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Mensajes</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Anteriores</translation>
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation>Mostrar las filas anteriores</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Siguientes</translation>
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation>Mostrar las filas siguientes</translation>
        </message>
        <message>
            <source>Does an address wor&amp;k?</source>
            <translation>¿&amp;Funciona una dirección?</translation>
        </message>
        <message>
            <source>Address for a test message</source>
            <translation>Dirección para un mensaje de prueba</translation>
        </message>
        <message>
            <source>Send a t&amp;est</source>
            <translation>Enviar &amp;prueba</translation>
        </message>
        <message>
            <source>email:ann@county.gov</source>
            <translation>email:ann@county.gov</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Only the beginning is shown: %1 rows, %2 columns at most.</source>
            <translation>Solo se muestra el principio: como máximo %1 filas y %2 columnas.</translation>
        </message>
        <message>
            <source>Only the beginning is shown, and of long lines the first %1 characters.</source>
            <translation>Solo se muestra el principio y, de las líneas largas, los primeros %1 caracteres.</translation>
        </message>
        <message>
            <source>This picture cannot be read.</source>
            <translation>Esta imagen no se puede leer.</translation>
        </message>
        <message>
            <source>This picture is too large to be shown: %1 × %2 pixels.</source>
            <translation>Esta imagen es demasiado grande para mostrarla: %1 × %2 píxeles.</translation>
        </message>
        <message>
            <source>This document takes too much to be shown here. Save it to open it elsewhere.</source>
            <translation>Este documento exige demasiado para mostrarlo aquí. Guárdelo para abrirlo en otro programa.</translation>
        </message>
        <message>
            <source>This document cannot be read.</source>
            <translation>Este documento no se puede leer.</translation>
        </message>
        <message>
            <source>Files of this kind cannot be shown here. Save it to open it elsewhere.</source>
            <translation>Los archivos de este tipo no se pueden mostrar aquí. Guárdelo para abrirlo en otro programa.</translation>
        </message>
    </context>
    <context>
        <name>QueueFilter</name>
        <message>
            <source>Search task, activity, citizen or worker</source>
            <translation>Buscar tarea, actividad, ciudadano o trabajador</translation>
        </message>
        <message>
            <source>Search the queue</source>
            <translation>Buscar en la cola</translation>
        </message>
        <message>
            <source>Search the queue (Ctrl+F)</source>
            <translation>Buscar en la cola (Ctrl+F)</translation>
        </message>
        <message>
            <source>Only tasks of one skill</source>
            <translation>Solo tareas de una habilidad</translation>
        </message>
        <message>
            <source>Only tasks of one worker or pool</source>
            <translation>Solo tareas de un trabajador o grupo</translation>
        </message>
    </context>
    <context>
        <name>QueuePage</name>
        <message>
            <source>Tasks</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Anteriores</translation>
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation>Mostrar las filas anteriores</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Siguientes</translation>
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation>Mostrar las filas siguientes</translation>
        </message>
    </context>
    <context>
        <name>TaskQuestion</name>
        <message>
            <source>Who did it?</source>
            <translation>¿Quién la hizo?</translation>
        </message>
        <message>
            <source>Who is to do it? The present worker loses it at once.</source>
            <translation>¿Quién debe hacerla? El trabajador actual la pierde en el acto.</translation>
        </message>
        <message>
            <source>Your comment is recorded with the activity.</source>
            <translation>Su comentario queda registrado con la actividad.</translation>
        </message>
        <message>
            <source>Why? You may leave this empty.</source>
            <translation>¿Por qué? Puede dejarlo vacío.</translation>
        </message>
        <message>
            <source>Why? The reason is recorded.</source>
            <translation>¿Por qué? El motivo queda registrado.</translation>
        </message>
        <message>
            <source>Waiting for the citizen</source>
            <translation>A la espera del ciudadano</translation>
        </message>
        <message>
            <source>Waiting for papers</source>
            <translation>A la espera de documentos</translation>
        </message>
        <message>
            <source>Waiting for another office</source>
            <translation>A la espera de otra oficina</translation>
        </message>
        <message>
            <source>Waiting for a payment</source>
            <translation>A la espera de un pago</translation>
        </message>
        <message>
            <source>The papers are not valid</source>
            <translation>Los documentos no son válidos</translation>
        </message>
        <message>
            <source>Another system does not answer</source>
            <translation>Otro sistema no responde</translation>
        </message>
        <message>
            <source>Not a task of this office</source>
            <translation>No es tarea de esta oficina</translation>
        </message>
        <message>
            <source>Who is to do it? You lose it at once.</source>
            <translation>¿Quién debe hacerla? Usted la pierde en el acto.</translation>
        </message>
        <message>
            <source>What came of it? You may leave this empty.</source>
            <translation>¿Cuál fue el resultado? Puede dejarlo vacío.</translation>
        </message>
        <message>
            <source>Why? With a reason it does not come back to the same worker.</source>
            <translation>¿Por qué? Con un motivo, no vuelve al mismo trabajador.</translation>
        </message>
        <message>
            <source>No time for it today</source>
            <translation>Hoy no hay tiempo</translation>
        </message>
        <message>
            <source>Somebody else knows this better</source>
            <translation>Otra persona sabe más de esto</translation>
        </message>
    </context>
    <context>
        <name>Time</name>
        <message>
            <source>%1 d %2 h</source>
            <translation>%1 d %2 h</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 h %2 min</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 min %2 s</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>en pausa</translation>
        </message>
        <message>
            <source>met</source>
            <translation>cumplido</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nunca</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>ahora mismo</translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>hace %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 d</source>
            <translation>%1 d</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
    </context>
    <context>
        <name>Unsaved</name>
        <message>
            <source>It is lost when you go on.</source>
            <translation>Se pierde si continúa.</translation>
        </message>
        <message>
            <source>Discard it</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>“%1” has changes that are not saved</source>
            <translation>«%1» tiene cambios sin guardar</translation>
        </message>
        <message>
            <source>They are lost when you go on.</source>
            <translation>Se pierden si continúa.</translation>
        </message>
        <message>
            <source>Discard them</source>
            <translation>Descartarlos</translation>
        </message>
        <message>
            <source>Save it</source>
            <translation>Guardarlo</translation>
        </message>
        <message>
            <source>Drop mine and show it</source>
            <translation>Descartar lo mío y mostrar lo guardado</translation>
        </message>
        <message>
            <source>Somebody else has saved “%1” as version %2 meanwhile</source>
            <translation>Otra persona ha guardado «%1» como versión %2 entretanto</translation>
        </message>
        <message>
            <source>Nothing of yours is saved yet.</source>
            <translation>Lo suyo aún no está guardado.</translation>
        </message>
        <message>
            <source>Save mine over it</source>
            <translation>Guardar lo mío encima</translation>
        </message>
        <message>
            <source>Somebody else has saved “%1” meanwhile. What you typed is still here; saving asks which to keep.</source>
            <translation>Otra persona ha guardado «%1» entretanto. Lo que usted escribió sigue aquí; al guardar se pregunta qué conservar.</translation>
        </message>
        <message>
            <source>Somebody else has removed “%1” meanwhile. Saving makes it anew.</source>
            <translation>Otra persona ha quitado «%1» entretanto. Al guardar se crea de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Waiting</source>
            <translation>En espera</translation>
        </message>
        <message>
            <source>Optional</source>
            <translation>Opcional</translation>
        </message>
        <message>
            <source>Pending</source>
            <translation>Pendiente</translation>
        </message>
        <message>
            <source>In progress</source>
            <translation>En curso</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>En revisión</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>Suspendida</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Completada</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fallida</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Omitida</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelada</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abierta</translation>
        </message>
        <message>
            <source>On track</source>
            <translation>En plazo</translation>
        </message>
        <message>
            <source>Due soon</source>
            <translation>Vence pronto</translation>
        </message>
        <message>
            <source>At risk</source>
            <translation>En riesgo</translation>
        </message>
        <message>
            <source>Breached</source>
            <translation>Vencida</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>En pausa</translation>
        </message>
        <message>
            <source>Met</source>
            <translation>Cumplido</translation>
        </message>
        <message>
            <source>No clock</source>
            <translation>Sin plazo</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Bot</source>
            <translation>Bot</translation>
        </message>
        <message>
            <source>AI agent</source>
            <translation>Agente de IA</translation>
        </message>
        <message>
            <source>viewer</source>
            <translation>observador</translation>
        </message>
        <message>
            <source>worker</source>
            <translation>trabajador</translation>
        </message>
        <message>
            <source>clerk</source>
            <translation>gestor</translation>
        </message>
        <message>
            <source>supervisor</source>
            <translation>supervisor</translation>
        </message>
        <message>
            <source>administrator</source>
            <translation>administrador</translation>
        </message>
        <message>
            <source>Waiting for %1</source>
            <translation>En espera de %1</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Bien</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Aviso</translation>
        </message>
        <message>
            <source>Danger</source>
            <translation>Peligro</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1 · %2 sure</source>
            <translation>%1 · %2 de seguridad</translation>
        </message>
        <message>
            <source>%1 · for people</source>
            <translation>%1 · para personas</translation>
        </message>
        <message>
            <source>approved</source>
            <translation>aprobado</translation>
        </message>
        <message>
            <source>corrected</source>
            <translation>corregido</translation>
        </message>
        <message>
            <source>sent back</source>
            <translation>devuelto</translation>
        </message>
        <message>
            <source>the worker could not judge</source>
            <translation>el trabajador no pudo juzgar</translation>
        </message>
        <message>
            <source>nobody decided in time</source>
            <translation>nadie decidió a tiempo</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
    </context>
    <context>
        <name>WorkerChoices</name>
        <message>
            <source>%1 of %2 busy</source>
            <translation>%1 de %2 ocupados</translation>
        </message>
        <message>
            <source>away</source>
            <translation>ausente</translation>
        </message>
        <message>
            <source>Anyone in pool %1</source>
            <translation>Cualquiera del grupo %1</translation>
        </message>
    </context>
    <context>
        <name>WorkersPage</name>
        <message>
            <source>Search name, skill or pool</source>
            <translation>Buscar nombre, habilidad o grupo</translation>
        </message>
        <message>
            <source>Search the workers</source>
            <translation>Buscar en los trabajadores</translation>
        </message>
        <message>
            <source>Search the workers (Ctrl+F)</source>
            <translation>Buscar en los trabajadores (Ctrl+F)</translation>
        </message>
        <message>
            <source>Sh&amp;ow tasks</source>
            <translation>M&amp;ostrar tareas</translation>
        </message>
        <message>
            <source>Show this worker’s tasks in the queue (Return)</source>
            <translation>Mostrar las tareas de este trabajador en la cola (Intro)</translation>
        </message>
        <message>
            <source>Mark as &amp;away</source>
            <translation>Marcar co&amp;mo ausente</translation>
        </message>
        <message>
            <source>Workers</source>
            <translation>Trabajadores</translation>
        </message>
        <message>
            <source>&amp;List</source>
            <translation>&amp;Lista</translation>
        </message>
        <message>
            <source>One line for each worker (Alt+L)</source>
            <translation>Una línea por trabajador (Alt+L)</translation>
        </message>
        <message>
            <source>S&amp;kills</source>
            <translation>&amp;Habilidades</translation>
        </message>
        <message>
            <source>Who can do what, and how well (Alt+K)</source>
            <translation>Quién sabe hacer qué, y con qué nivel (Alt+H)</translation>
        </message>
        <message>
            <source>Add a skill</source>
            <translation>Añadir una habilidad</translation>
        </message>
        <message>
            <source>A new column for a skill that nobody has yet (Return)</source>
            <translation>Una columna nueva para una habilidad que aún no tiene nadie (Intro)</translation>
        </message>
        <message>
            <source>New worker…</source>
            <translation>Nuevo…</translation>
        </message>
        <message>
            <source>Register a person or a bot (Ctrl+N)</source>
            <translation>Registrar a una persona o un bot (Ctrl+N)</translation>
        </message>
        <message>
            <source>Levels of skills, 1 to 5</source>
            <translation>Niveles de las habilidades, de 1 a 5</translation>
        </message>
        <message>
            <source>&amp;Waiting</source>
            <translation>P&amp;endientes</translation>
        </message>
        <message>
            <source>What waits for a worker, and why (Alt+W)</source>
            <translation>Qué espera a un trabajador, y por qué (Alt+E)</translation>
        </message>
        <message>
            <source>What waits for a worker</source>
            <translation>Lo que espera a un trabajador</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::AbsencePanel</name>
        <message>
            <source>Leave of %1</source>
            <translation>Permiso de %1</translation>
        </message>
        <message>
            <source>Nobody: the best for each task</source>
            <translation>Nadie: el mejor para cada tarea</translation>
        </message>
        <message>
            <source>Nothing has to be handed over</source>
            <translation>No hay nada que traspasar</translation>
        </message>
        <message>
            <source>This worker holds nothing now and is offered nothing.</source>
            <translation>Este trabajador no tiene ahora ninguna tarea ni se le ofrece ninguna.</translation>
        </message>
        <message numerus="yes">
            <source>Somebody is there for each of %Ln task(s)</source>
            <translation>
                <numerusform>Hay alguien para la única tarea</numerusform>
                <numerusform>Hay alguien para cada una de %Ln tareas</numerusform>
            </translation>
        </message>
        <message>
            <source>Only the first %1 tasks are shown.</source>
            <translation>Solo se muestran las primeras %1 tareas.</translation>
        </message>
        <message numerus="yes">
            <source>Nobody can take %Ln of %1</source>
            <translation>
                <numerusform>Nadie puede tomar %Ln de %1</numerusform>
                <numerusform>Nadie puede tomar %Ln de %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::ActionForm</name>
        <message>
            <source>%1 (Ctrl+Return)</source>
            <translation>%1 (Ctrl+Intro)</translation>
        </message>
        <message>
            <source>Nobody has this skill</source>
            <translation>Nadie tiene esta habilidad</translation>
        </message>
        <message>
            <source>Choose, or type a part of a name…</source>
            <translation>Elija o escriba parte de un nombre…</translation>
        </message>
        <message>
            <source>Take these words (Alt+%1)</source>
            <translation>Usar estas palabras (Alt+%1)</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivitiesPage</name>
        <message>
            <source>All states</source>
            <translation>Todos los estados</translation>
        </message>
        <message>
            <source>No activities yet</source>
            <translation>Todavía no hay actividades</translation>
        </message>
        <message>
            <source>They appear here as soon as a request comes in.</source>
            <translation>Aparecen aquí en cuanto llega una petición.</translation>
        </message>
        <message>
            <source>No activity matches</source>
            <translation>Ninguna actividad coincide</translation>
        </message>
        <message>
            <source>Search for something else, or show all states.</source>
            <translation>Busque otra cosa o muestre todos los estados.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln activity(ies), more follow</source>
            <translation>
                <numerusform>%Ln actividad, siguen más</numerusform>
                <numerusform>%Ln actividades, siguen más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln activity(ies)</source>
            <translation>
                <numerusform>%Ln actividad</numerusform>
                <numerusform>%Ln actividades</numerusform>
            </translation>
        </message>
        <message>
            <source>New activity…</source>
            <translation>Nueva actividad…</translation>
        </message>
        <message>
            <source>“%1” for %2 is made.</source>
            <translation>«%1» para %2 está creada.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivityModel</name>
        <message>
            <source>no tasks</source>
            <translation>sin tareas</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelada</translation>
        </message>
        <message>
            <source>given up</source>
            <translation>fracasada</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
        <message>
            <source>Due in</source>
            <translation>Vence en</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Ciudadano</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivityView</name>
        <message>
            <source>No activity chosen</source>
            <translation>Ninguna actividad elegida</translation>
        </message>
        <message>
            <source>Choose an activity in the list to see its tasks and what happened.</source>
            <translation>Elija una actividad de la lista para ver sus tareas y lo que pasó.</translation>
        </message>
        <message>
            <source>%1 · priority %2 · %3</source>
            <translation>%1 · prioridad %2 · %3</translation>
        </message>
        <message>
            <source>%1 done</source>
            <translation>%1 hechas</translation>
        </message>
        <message>
            <source>%1 · %2 late</source>
            <translation>%1 · %2 de retraso</translation>
        </message>
        <message>
            <source>%1 · %2 left</source>
            <translation>%1 · quedan %2</translation>
        </message>
        <message>
            <source>Cancel this activity</source>
            <translation>Cancelar esta actividad</translation>
        </message>
        <message>
            <source>Give this activity up</source>
            <translation>Dar esta actividad por fracasada</translation>
        </message>
        <message>
            <source>Its open tasks are cancelled. This cannot be undone. Why? The reason is recorded.</source>
            <translation>Se cancelan sus tareas abiertas. No se puede deshacer. ¿Por qué? El motivo queda registrado.</translation>
        </message>
        <message>
            <source>Cancel activity</source>
            <translation>Cancelar actividad</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Mantenerla</translation>
        </message>
        <message>
            <source>Give up</source>
            <translation>Dar por fracasada</translation>
        </message>
        <message>
            <source>The activity was cancelled.</source>
            <translation>Se canceló la actividad.</translation>
        </message>
        <message>
            <source>The activity was given up.</source>
            <translation>Se dio la actividad por fracasada.</translation>
        </message>
        <message>
            <source>&amp;Order of tasks</source>
            <translation>&amp;Orden de las tareas</translation>
        </message>
        <message>
            <source>&amp;Line of time</source>
            <translation>&amp;Línea de tiempo</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertModel</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Task overdue</source>
            <translation>Tarea vencida</translation>
        </message>
        <message>
            <source>Activity overdue</source>
            <translation>Actividad vencida</translation>
        </message>
        <message>
            <source>Task failed</source>
            <translation>Tarea fallida</translation>
        </message>
        <message>
            <source>Nobody to give it to</source>
            <translation>Nadie a quien dársela</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>Alerta</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>Raised</source>
            <translation>Generada</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Confirmada</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>todavía no</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Task due soon</source>
            <translation>Tarea a punto de vencer</translation>
        </message>
        <message>
            <source>Activity due soon</source>
            <translation>Actividad a punto de vencer</translation>
        </message>
        <message>
            <source>Nobody has begun</source>
            <translation>Nadie ha empezado</translation>
        </message>
        <message>
            <source>Given up again and again</source>
            <translation>Abandonada una y otra vez</translation>
        </message>
        <message>
            <source>Too much is waiting</source>
            <translation>Hay demasiado pendiente</translation>
        </message>
        <message>
            <source>put off by %1 until %2</source>
            <translation>aplazada por %1 hasta %2</translation>
        </message>
        <message>
            <source>step %1 at %2, nobody told</source>
            <translation>paso %1 a las %2, sin avisar a nadie</translation>
        </message>
        <message>
            <source>step %1 at %2 told %3</source>
            <translation>el paso %1 a las %2 avisó a %3</translation>
        </message>
        <message>
            <source>stopped: it was acknowledged</source>
            <translation>detenida: se confirmó</translation>
        </message>
        <message>
            <source>step %1 comes at %2</source>
            <translation>el paso %1 llega a las %2</translation>
        </message>
        <message>
            <source>a rule that was removed</source>
            <translation>una regla quitada</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>No rule follows this</source>
            <translation>Ninguna regla sigue esto</translation>
        </message>
        <message>
            <source>%1 · solved</source>
            <translation>%1 · resuelta</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertsPage</name>
        <message>
            <source>The alert that was chosen has left the list. Choose another one.</source>
            <translation>La alerta elegida ya no está en la lista. Elija otra.</translation>
        </message>
        <message>
            <source>No open alerts</source>
            <translation>No hay alertas abiertas</translation>
        </message>
        <message>
            <source>Every alert has been acknowledged. New ones appear here by themselves.</source>
            <translation>Todas las alertas están confirmadas. Las nuevas aparecen aquí solas.</translation>
        </message>
        <message>
            <source>No alerts</source>
            <translation>No hay alertas</translation>
        </message>
        <message>
            <source>Nothing has been overdue and nothing has failed so far.</source>
            <translation>Hasta ahora nada ha vencido y nada ha fallado.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s), more follow</source>
            <translation>
                <numerusform>%Ln alerta, siguen más</numerusform>
                <numerusform>%Ln alertas, siguen más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s)</source>
            <translation>
                <numerusform>%Ln alerta</numerusform>
                <numerusform>%Ln alertas</numerusform>
            </translation>
        </message>
        <message>
            <source>For &amp;15 minutes</source>
            <translation>&amp;15 minutos</translation>
        </message>
        <message>
            <source>For 1 &amp;hour</source>
            <translation>1 &amp;hora</translation>
        </message>
        <message>
            <source>Until tomorrow &amp;morning, 8:00</source>
            <translation>Hasta &amp;mañana a las 8:00</translation>
        </message>
        <message>
            <source>Put off until %1; the later steps wait as long</source>
            <translation>Aplazada hasta %1; los pasos siguientes esperan hasta entonces</translation>
        </message>
        <message>
            <source>Acknowledge them</source>
            <translation>Confirmarlas</translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s) acknowledged</source>
            <translation>
                <numerusform>%Ln alerta confirmada</numerusform>
                <numerusform>%Ln alertas confirmadas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s) acknowledged, not all: %1</source>
            <translation>
                <numerusform>%Ln alerta confirmada, no todas: %1</numerusform>
                <numerusform>%Ln alertas confirmadas, no todas: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Acknowledged: %1. The later steps of its rules stop.</source>
            <translation>Confirmada: %1. Los pasos siguientes de sus reglas se detienen.</translation>
        </message>
        <message>
            <source>The later steps of their rules stop.</source>
            <translation>Los pasos siguientes de sus reglas se detienen.</translation>
        </message>
        <message numerus="yes">
            <source>Acknowledge the %Ln open alert(s)?</source>
            <translation>
                <numerusform>¿Confirmar la alerta abierta?</numerusform>
                <numerusform>¿Confirmar las %Ln alertas abiertas?</numerusform>
            </translation>
        </message>
        <message>
            <source>Acknowledge the first %1 of %2 open alerts?</source>
            <translation>¿Confirmar las primeras %1 de %2 alertas abiertas?</translation>
        </message>
        <message numerus="yes">
            <source>Acknowledge the %Ln alert(s) shown here?</source>
            <translation>
                <numerusform>¿Confirmar la alerta mostrada aquí?</numerusform>
                <numerusform>¿Confirmar las %Ln alertas mostradas aquí?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::Chip</name>
        <message>
            <source>%1, %2 tasks</source>
            <translation>%1, %2 tareas</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::DrillModel</name>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Ahora</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Vence</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>Pasa a</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Ciudadano</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, who stands in</source>
            <translation>%1, que sustituye</translation>
        </message>
        <message>
            <source>%1, to whom it is offered</source>
            <translation>%1, a quien se ofrece</translation>
        </message>
        <message>
            <source>whoever asks first; the best is %1</source>
            <translation>quien la pida primero; el mejor es %1</translation>
        </message>
        <message>
            <source>nobody can take it now: it waits, and an alert is raised</source>
            <translation>nadie puede tomarla ahora: espera y se crea una alerta</translation>
        </message>
        <message>
            <source>in hand</source>
            <translation>en mano</translation>
        </message>
        <message>
            <source>on hold</source>
            <translation>suspendida</translation>
        </message>
        <message>
            <source>offered</source>
            <translation>ofrecida</translation>
        </message>
        <message>
            <source>%1
%2 of 100 points for this task</source>
            <translation>%1
%2 de 100 puntos para esta tarea</translation>
        </message>
        <message>
            <source>%1
Skill: %2</source>
            <translation>%1
Habilidad: %2</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::EventModel</name>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Qué pasó</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Quién</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::FilePreview</name>
        <message>
            <source>Rows of the file</source>
            <translation>Filas del archivo</translation>
        </message>
        <message>
            <source>Text of the file</source>
            <translation>Texto del archivo</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Preview of %1</source>
            <translation>Vista previa de %1</translation>
        </message>
        <message>
            <source>Reading %1…</source>
            <translation>Leyendo %1…</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>Página %1 de %2</translation>
        </message>
        <message>
            <source>Save file</source>
            <translation>Guardar archivo</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>Guardado como %1.</translation>
        </message>
        <message>
            <source>Could not save %1: %2</source>
            <translation>No se pudo guardar %1: %2</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::FindingModel</name>
        <message>
            <source>Verdict</source>
            <translation>Veredicto</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Ajuste</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>Es</translation>
        </message>
        <message>
            <source>Should be</source>
            <translation>Debería ser</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::HealthPage</name>
        <message>
            <source>not known while the database is lost</source>
            <translation>no se sabe mientras la base de datos esté perdida</translation>
        </message>
        <message>
            <source>Connection</source>
            <translation>Conexión</translation>
        </message>
        <message>
            <source>Timers kept by</source>
            <translation>Plazos vigilados por</translation>
        </message>
        <message>
            <source>lost at %1, reconnecting</source>
            <translation>perdida a las %1, reconectando</translation>
        </message>
        <message>
            <source>there since the start</source>
            <translation>activa desde el inicio</translation>
        </message>
        <message>
            <source>there; last lost at %1</source>
            <translation>activa; última pérdida a las %1</translation>
        </message>
        <message>
            <source>this program, the only one on its file</source>
            <translation>este programa, el único en su archivo</translation>
        </message>
        <message>
            <source>nobody, as far as this program knows</source>
            <translation>nadie, que este programa sepa</translation>
        </message>
        <message>
            <source>this program, since %1</source>
            <translation>este programa, desde %1</translation>
        </message>
        <message>
            <source>%1, since %2</source>
            <translation>%1, desde %2</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Base de datos</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programa</translation>
        </message>
        <message>
            <source>Schema</source>
            <translation>Esquema</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Tamaño</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Actividades</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Entradas</translation>
        </message>
        <message>
            <source>The database does not answer</source>
            <translation>La base de datos no responde</translation>
        </message>
        <message>
            <source>What it says of itself appears here as soon as it does.</source>
            <translation>Lo que diga de sí misma aparecerá aquí en cuanto responda.</translation>
        </message>
        <message>
            <source>%1, as this program wants it</source>
            <translation>%1, como lo quiere este programa</translation>
        </message>
        <message>
            <source>%1; this program wants %2</source>
            <translation>%1; este programa quiere el %2</translation>
        </message>
        <message>
            <source>All settings keep what the program promises</source>
            <translation>Todos los ajustes cumplen lo que el programa promete</translation>
        </message>
        <message numerus="yes">
            <source>%Ln setting(s) to look at</source>
            <translation>
                <numerusform>%Ln ajuste que revisar</numerusform>
                <numerusform>%Ln ajustes que revisar</numerusform>
            </translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>&amp;Check everything</source>
            <translation>Com&amp;probar todo</translation>
        </message>
        <message numerus="yes">
            <source>The database is sound: %Ln entry(s) of the record checked</source>
            <translation>
                <numerusform>La base de datos está sana: %Ln entrada del registro comprobada</numerusform>
                <numerusform>La base de datos está sana: %Ln entradas del registro comprobadas</numerusform>
            </translation>
        </message>
        <message>
            <source>The database is not sound: %1</source>
            <translation>La base de datos no está sana: %1</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::KeySheet</name>
        <message>
            <source>Keyboard</source>
            <translation>Teclado</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::MainWindow</name>
        <message>
            <source>Discard it</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>It is lost when you go on.</source>
            <translation>Se pierde si continúa.</translation>
        </message>
        <message>
            <source>%1: what was typed is not sent</source>
            <translation>%1: lo escrito no se ha enviado</translation>
        </message>
        <message>
            <source>HMS-ACT console</source>
            <translation>Consola HMS-ACT</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Cola</translation>
        </message>
        <message>
            <source>Activities</source>
            <translation>Actividades</translation>
        </message>
        <message>
            <source>Workers</source>
            <translation>Trabajadores</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>Alertas</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Everything done in this window is recorded under this name</source>
            <translation>Todo lo que se hace en esta ventana queda registrado con este nombre</translation>
        </message>
        <message numerus="yes">
            <source>%Ln new alert(s)</source>
            <translation>
                <numerusform>%Ln alerta nueva</numerusform>
                <numerusform>%Ln alertas nuevas</numerusform>
            </translation>
        </message>
        <message>
            <source>Show alerts</source>
            <translation>Mostrar alertas</translation>
        </message>
        <message>
            <source>Reconnecting to the database</source>
            <translation>Reconectando con la base de datos</translation>
        </message>
        <message>
            <source>The database is there again; everything has been read anew</source>
            <translation>La base de datos ha vuelto; todo se ha leído de nuevo</translation>
        </message>
        <message>
            <source>The database was lost at %1 – reconnecting. What you see was read before that.</source>
            <translation>Se perdió la base de datos a las %1; reconectando. Lo que ve se leyó antes.</translation>
        </message>
        <message>
            <source>Not updating: %1</source>
            <translation>Sin actualizar: %1</translation>
        </message>
        <message>
            <source>No answer for %1</source>
            <translation>Sin respuesta desde hace %1</translation>
        </message>
        <message>
            <source>Live · updated just now</source>
            <translation>En directo · actualizado ahora mismo</translation>
        </message>
        <message>
            <source>Live · updated %1 ago</source>
            <translation>En directo · actualizado hace %1</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Archivo</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Salir</translation>
        </message>
        <message>
            <source>&amp;Task</source>
            <translation>&amp;Tarea</translation>
        </message>
        <message>
            <source>Choose a task in the queue or in an activity</source>
            <translation>Elija una tarea en la cola o en una actividad</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>A&amp;yuda</translation>
        </message>
        <message>
            <source>&amp;About HMS-ACT</source>
            <translation>&amp;Acerca de HMS-ACT</translation>
        </message>
        <message>
            <source>HMS-ACT %1 – activity orchestrator and task queues. Free software under the GNU GPL, version 3 or later.</source>
            <translation>HMS-ACT %1: orquestador de actividades y colas de tareas. Software libre bajo la GNU GPL, versión 3 o posterior.</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ver</translation>
        </message>
        <message>
            <source>&amp;Find</source>
            <translation>&amp;Buscar</translation>
        </message>
        <message>
            <source>Close form or clear search</source>
            <translation>Cerrar formulario o limpiar búsqueda</translation>
        </message>
        <message>
            <source>&amp;Refresh</source>
            <translation>&amp;Actualizar</translation>
        </message>
        <message>
            <source>&amp;Theme</source>
            <translation>&amp;Tema</translation>
        </message>
        <message>
            <source>As the desktop</source>
            <translation>Como el escritorio</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Idioma</translation>
        </message>
        <message>
            <source>The language changes when the console is started again.</source>
            <translation>El idioma cambia al volver a iniciar la consola.</translation>
        </message>
        <message>
            <source>Database health</source>
            <translation>Salud de la base de datos</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Mensajes</translation>
        </message>
        <message>
            <source>Calendars</source>
            <translation>Calendarios</translation>
        </message>
        <message>
            <source>No engine has looked at the timers for %1: nothing falls due and nothing escalates until one does.</source>
            <translation>Ningún motor atiende los plazos desde hace %1: nada vence ni se escala hasta que uno lo haga.</translation>
        </message>
        <message>
            <source>Desktop &amp;notifications</source>
            <translation>&amp;Notificaciones de escritorio</translation>
        </message>
        <message>
            <source>&amp;Keep running in the tray when closed</source>
            <translation>Se&amp;guir en la bandeja al cerrar</translation>
        </message>
        <message>
            <source>Escalation rules</source>
            <translation>Reglas de escalado</translation>
        </message>
        <message>
            <source>&amp;Keyboard</source>
            <translation>&amp;Teclado</translation>
        </message>
        <message>
            <source>My work</source>
            <translation>Mi trabajo</translation>
        </message>
        <message>
            <source>%1 · works as %2</source>
            <translation>%1 · trabaja como %2</translation>
        </message>
        <message>
            <source>&amp;Keep running in the tray when closed (there is no tray here)</source>
            <translation>Se&amp;guir en la bandeja al cerrar (aquí no hay bandeja)</translation>
        </message>
        <message>
            <source>Intents</source>
            <translation>Tipos de solicitud</translation>
        </message>
        <message>
            <source>New &amp;activity…</source>
            <translation>Nueva &amp;actividad…</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::MessageBar</name>
        <message>
            <source>Close this message</source>
            <translation>Cerrar este mensaje</translation>
        </message>
        <message>
            <source>Error: %1</source>
            <translation>Error: %1</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::MyWorkPage</name>
        <message>
            <source>%1 is no longer in your list: it was changed elsewhere.</source>
            <translation>%1 ya no está en su lista: se cambió en otro lugar.</translation>
        </message>
        <message>
            <source>Take the next task</source>
            <translation>Tomar la siguiente tarea</translation>
        </message>
        <message>
            <source>Complete and on to the next</source>
            <translation>Completar y seguir con la siguiente</translation>
        </message>
        <message>
            <source>Take the last action back</source>
            <translation>Deshacer la última acción</translation>
        </message>
        <message>
            <source>Next task in the list</source>
            <translation>Tarea siguiente de la lista</translation>
        </message>
        <message>
            <source>Task before in the list</source>
            <translation>Tarea anterior de la lista</translation>
        </message>
        <message numerus="yes">
            <source>%Ln task(s)</source>
            <translation>
                <numerusform>%Ln tarea</numerusform>
                <numerusform>%Ln tareas</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody works here yet</source>
            <translation>Todavía no trabaja nadie aquí</translation>
        </message>
        <message>
            <source>Register people on the page Workers. Then choose here which of them you are.</source>
            <translation>Registre personas en la página Trabajadores. Después elija aquí cuál de ellas es usted.</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>¿Quién es usted?</translation>
        </message>
        <message>
            <source>Choose your name above: your tasks appear here.</source>
            <translation>Elija su nombre arriba: aquí aparecen sus tareas.</translation>
        </message>
        <message>
            <source>You are no worker here</source>
            <translation>Aquí no es usted trabajador</translation>
        </message>
        <message>
            <source>Work is given to workers. Which one you are is said by an administrator: hms-act user set.</source>
            <translation>El trabajo se da a los trabajadores. Cuál de ellos es usted lo dice un administrador: hms-act user set.</translation>
        </message>
        <message>
            <source>%1 in hand · %2 for you · %3 for anyone</source>
            <translation>%1 en mano · %2 para usted · %3 para cualquiera</translation>
        </message>
        <message numerus="yes">
            <source>%Ln task(s) of the skill %1 are held by others.</source>
            <translation>
                <numerusform>%Ln tarea de la habilidad %1 la tiene otra persona.</numerusform>
                <numerusform>%Ln tareas de la habilidad %1 las tienen otros.</numerusform>
            </translation>
        </message>
        <message>
            <source>You have no skills yet: a supervisor adds them on the page Workers.</source>
            <translation>Aún no tiene habilidades: un supervisor las añade en la página Trabajadores.</translation>
        </message>
        <message>
            <source>You are marked as away, so nothing new is offered to you.</source>
            <translation>Está marcado como ausente: no se le ofrece nada nuevo.</translation>
        </message>
        <message>
            <source>What comes in for your skills appears here by itself.</source>
            <translation>Lo que llegue para sus habilidades aparece aquí por sí solo.</translation>
        </message>
        <message>
            <source>Nothing is waiting for you</source>
            <translation>No tiene nada pendiente</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Deshacer (Ctrl+Z)</translation>
        </message>
        <message>
            <source>There is nothing more that you could take now.</source>
            <translation>Ahora no hay nada más que pueda tomar.</translation>
        </message>
        <message>
            <source>%1 is yours; it is due %2.</source>
            <translation>%1 es suya; vence %2.</translation>
        </message>
        <message>
            <source>There is nothing to take back.</source>
            <translation>No hay nada que deshacer.</translation>
        </message>
        <message>
            <source>%1 is yours.</source>
            <translation>%1 es suya.</translation>
        </message>
        <message>
            <source>%1 That cannot be taken back.</source>
            <translation>%1 Eso no se puede deshacer.</translation>
        </message>
        <message>
            <source>%1 is as it was before.</source>
            <translation>%1 está como antes.</translation>
        </message>
        <message>
            <source>Mark me as away</source>
            <translation>Marcarme como ausente</translation>
        </message>
        <message>
            <source>I am back</source>
            <translation>He vuelto</translation>
        </message>
        <message>
            <source>New tasks are offered to you again</source>
            <translation>Se le vuelven a ofrecer tareas nuevas</translation>
        </message>
        <message>
            <source>No new tasks are offered to you; what you have stays</source>
            <translation>No se le ofrecen tareas nuevas; conserva las que tiene</translation>
        </message>
        <message>
            <source>You are back: new tasks are offered to you again.</source>
            <translation>Ha vuelto: se le ofrecen de nuevo tareas.</translation>
        </message>
        <message>
            <source>You are away: no new tasks are offered to you. What you have stays.</source>
            <translation>Está ausente: no se le ofrecen tareas nuevas. Conserva las que tiene.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::NavList</name>
        <message>
            <source>%1, %2 open</source>
            <translation>%1, %2 abiertas</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::NeedsView</name>
        <message>
            <source>This activity has no tasks yet. They are added through the API or the command line.</source>
            <translation>Esta actividad todavía no tiene tareas. Se añaden por la API o la línea de órdenes.</translation>
        </message>
        <message>
            <source>ended %1</source>
            <translation>terminó %1</translation>
        </message>
        <message>
            <source>%1 late</source>
            <translation>%1 de retraso</translation>
        </message>
        <message>
            <source>clock paused</source>
            <translation>reloj en pausa</translation>
        </message>
        <message>
            <source>%1 once started</source>
            <translation>%1 desde el inicio</translation>
        </message>
        <message>
            <source>%1 left</source>
            <translation>quedan %1</translation>
        </message>
        <message>
            <source>Tasks of the activity and their needs</source>
            <translation>Tareas de la actividad y sus requisitos</translation>
        </message>
        <message>
            <source>needs %1</source>
            <translation>requiere %1</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::OutboxModel</name>
        <message>
            <source>Waiting</source>
            <translation>En cola</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>En camino</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Enviado</translation>
        </message>
        <message>
            <source>Given up</source>
            <translation>Abandonado</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Retirado</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Prueba</translation>
        </message>
        <message>
            <source>Work: %1</source>
            <translation>Trabajo: %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Para</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Asunto</translation>
        </message>
        <message>
            <source>Written</source>
            <translation>Escrito</translation>
        </message>
        <message>
            <source>Tries</source>
            <translation>Intentos</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>%1, together with others</source>
            <translation>%1, junto con otros</translation>
        </message>
        <message>
            <source>%1 – again in %2</source>
            <translation>%1 – otra vez en %2</translation>
        </message>
        <message>
            <source>goes out in %1</source>
            <translation>sale en %1</translation>
        </message>
        <message>
            <source>solved before it was sent</source>
            <translation>resuelto antes de enviarse</translation>
        </message>
        <message>
            <source>its alert is put off: waits for another %1</source>
            <translation>su alerta está aplazada: espera %1 más</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::OutboxPage</name>
        <message>
            <source>All states</source>
            <translation>Todos los estados</translation>
        </message>
        <message>
            <source>All channels</source>
            <translation>Todos los canales</translation>
        </message>
        <message>
            <source>Mail</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Text messages</source>
            <translation>SMS</translation>
        </message>
        <message>
            <source>Console</source>
            <translation>Consola</translation>
        </message>
        <message>
            <source>Nothing was given up</source>
            <translation>No se ha abandonado nada</translation>
        </message>
        <message>
            <source>Every message has arrived or is still tried. Choose “All states” to see them.</source>
            <translation>Todos los mensajes han llegado o se siguen intentando. Elija «Todos los estados» para verlos.</translation>
        </message>
        <message>
            <source>No such messages</source>
            <translation>No hay mensajes así</translation>
        </message>
        <message>
            <source>Rules and assignments write messages; they appear here by themselves.</source>
            <translation>Las reglas y las asignaciones escriben mensajes; aparecen aquí solos.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s), more follow</source>
            <translation>
                <numerusform>%Ln mensaje, siguen más</numerusform>
                <numerusform>%Ln mensajes, siguen más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s)</source>
            <translation>
                <numerusform>%Ln mensaje</numerusform>
                <numerusform>%Ln mensajes</numerusform>
            </translation>
        </message>
        <message>
            <source>The message to %1 is sent again.</source>
            <translation>El mensaje para %1 se envía otra vez.</translation>
        </message>
        <message>
            <source>Send them again</source>
            <translation>Reenviarlos</translation>
        </message>
        <message numerus="yes">
            <source>Send the %Ln message(s) shown here again that were given up?</source>
            <translation>
                <numerusform>¿Reenviar el %Ln mensaje abandonado que se muestra?</numerusform>
                <numerusform>¿Reenviar los %Ln mensajes abandonados que se muestran?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s) are sent again</source>
            <translation>
                <numerusform>Se reenvía %Ln mensaje</numerusform>
                <numerusform>Se reenvían %Ln mensajes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s) are sent again, not all: %1</source>
            <translation>
                <numerusform>Se reenvía %Ln mensaje, no todos: %1</numerusform>
                <numerusform>Se reenvían %Ln mensajes, no todos: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>A test message to %1 is on its way.</source>
            <translation>Un mensaje de prueba para %1 está en camino.</translation>
        </message>
        <message>
            <source>The message that was chosen has left the list. Choose another one.</source>
            <translation>El mensaje elegido ya no está en la lista. Elija otro.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::PaneKeys</name>
        <message>
            <source>Next part of the window</source>
            <translation>Siguiente parte de la ventana</translation>
        </message>
        <message>
            <source>Previous part of the window</source>
            <translation>Parte anterior de la ventana</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::QueueFilter</name>
        <message>
            <source>All skills</source>
            <translation>Todas las habilidades</translation>
        </message>
        <message>
            <source>All workers</source>
            <translation>Todos los trabajadores</translation>
        </message>
        <message>
            <source>Only tasks whose time is: %1</source>
            <translation>Solo tareas cuyo plazo está: %1</translation>
        </message>
        <message>
            <source>Only tasks in this state; several can be chosen</source>
            <translation>Solo tareas en este estado; se pueden elegir varios</translation>
        </message>
        <message>
            <source>Pool %1</source>
            <translation>Grupo %1</translation>
        </message>
        <message>
            <source>Queue order</source>
            <translation>Orden de la cola</translation>
        </message>
        <message>
            <source>Sort by what is to be done first (Ctrl+0)</source>
            <translation>Ordenar por lo que hay que hacer primero (Ctrl+0)</translation>
        </message>
        <message>
            <source>Clear filters</source>
            <translation>Quitar filtros</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::QueueModel</name>
        <message>
            <source>Time left until the task is due</source>
            <translation>Tiempo que queda hasta que la tarea vence</translation>
        </message>
        <message>
            <source>Due in</source>
            <translation>Vence en</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Who holds the task, or for whom it is kept</source>
            <translation>Quién tiene la tarea o para quién está reservada</translation>
        </message>
        <message>
            <source>Worker</source>
            <translation>Trabajador</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Habilidad</translation>
        </message>
        <message>
            <source>0 to 9, 9 is the most urgent</source>
            <translation>De 0 a 9; 9 es lo más urgente</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioridad</translation>
        </message>
        <message>
            <source>What the citizen asked for; sorted by when it came in</source>
            <translation>Lo que pidió el ciudadano; ordena según cuándo llegó</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Ciudadano</translation>
        </message>
        <message>
            <source>pool %1</source>
            <translation>grupo %1</translation>
        </message>
        <message>
            <source>%1, a rule has acted</source>
            <translation>%1, una regla ha actuado</translation>
        </message>
        <message>
            <source>Sorted by when the citizen asked, not by name</source>
            <translation>Ordena según cuándo pidió el ciudadano, no por su nombre</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::QueuePage</name>
        <message>
            <source>%1 has left the list. Choose another one.</source>
            <translation>%1 ya no está en la lista. Elija otra.</translation>
        </message>
        <message>
            <source>Nothing to do</source>
            <translation>Nada que hacer</translation>
        </message>
        <message>
            <source>No task is open. New ones appear here by themselves as soon as a request comes in.</source>
            <translation>No hay tareas abiertas. Las nuevas aparecen aquí solas en cuanto llega una petición.</translation>
        </message>
        <message>
            <source>No task matches</source>
            <translation>Ninguna tarea coincide</translation>
        </message>
        <message numerus="yes">
            <source>%Ln task(s), more follow</source>
            <translation>
                <numerusform>%Ln tarea, siguen más</numerusform>
                <numerusform>%Ln tareas, siguen más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln task(s)</source>
            <translation>
                <numerusform>%Ln tarea</numerusform>
                <numerusform>%Ln tareas</numerusform>
            </translation>
        </message>
        <message>
            <source>Take a filter away, or press “Clear filters” to see the whole queue.</source>
            <translation>Quite un filtro o pulse «Quitar filtros» para ver toda la cola.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::SkillModel</name>
        <message>
            <source>%1 (away)</source>
            <translation>%1 (ausente)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln have it</source>
            <translation>
                <numerusform>%Ln la tiene</numerusform>
                <numerusform>%Ln la tienen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln waiting</source>
            <translation>
                <numerusform>%Ln pendiente</numerusform>
                <numerusform>%Ln pendientes</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2, level %3 of 5</source>
            <translation>%1: %2, nivel %3 de 5</translation>
        </message>
        <message>
            <source>%1 does not have %2</source>
            <translation>%1 no tiene %2</translation>
        </message>
        <message>
            <source>%1
%2 of its capacity of %3 taken</source>
            <translation>%1
%2 de su capacidad de %3 ocupada</translation>
        </message>
        <message>
            <source>%1 done, %2 failed, %3 fell due meanwhile</source>
            <translation>%1 hechas, %2 fallidas, %3 vencieron entretanto</translation>
        </message>
        <message>
            <source>%1; %2 on average</source>
            <translation>%1; %2 de media</translation>
        </message>
        <message>
            <source>%1+ waiting</source>
            <translation>%1+ pendientes</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::SlaDelegate</name>
        <message>
            <source>Due %1</source>
            <translation>Vence: %1</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskFacts</name>
        <message>
            <source>Waits for</source>
            <translation>Qué falta</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>Citizen</source>
            <translation>Ciudadano</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Vence</translation>
        </message>
        <message>
            <source>Worker</source>
            <translation>Trabajador</translation>
        </message>
        <message>
            <source>Held until</source>
            <translation>Reservada hasta</translation>
        </message>
        <message>
            <source>Not before</source>
            <translation>No antes de</translation>
        </message>
        <message>
            <source>Attempt</source>
            <translation>Intento</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Habilidad</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioridad</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>Necesita</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Archivos</translation>
        </message>
        <message>
            <source>Why this worker</source>
            <translation>Por qué este trabajador</translation>
        </message>
        <message>
            <source>%1 after it can start</source>
            <translation>%1 desde que pueda empezar</translation>
        </message>
        <message>
            <source>stands still, %1 left</source>
            <translation>parado, quedan %1</translation>
        </message>
        <message>
            <source>stands still, %1 late</source>
            <translation>parado, %1 de retraso</translation>
        </message>
        <message>
            <source>anyone in pool %1</source>
            <translation>cualquiera del grupo %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
        <message>
            <source>How sure</source>
            <translation>Seguridad</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisión</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Avance</translation>
        </message>
        <message>
            <source>below %1 a person sees to it</source>
            <translation>por debajo de %1 lo ve una persona</translation>
        </message>
        <message>
            <source>work of %1</source>
            <translation>trabajo de %1</translation>
        </message>
        <message>
            <source>kept for people</source>
            <translation>para personas</translation>
        </message>
        <message>
            <source>kept for people of %1</source>
            <translation>para personas de %1</translation>
        </message>
        <message>
            <source>Link in the mail</source>
            <translation>Enlace del correo</translation>
        </message>
        <message>
            <source>%1: opened %2</source>
            <translation>%1: abierto %2</translation>
        </message>
        <message>
            <source>%1: opened by what looks like a mail scanner, %2</source>
            <translation>%1: abierto por lo que parece un antivirus de correo, %2</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskHistory</name>
        <message>
            <source>What happened</source>
            <translation>Qué pasó</translation>
        </message>
        <message>
            <source>What happened, newest first</source>
            <translation>Lo ocurrido, lo más reciente primero</translation>
        </message>
        <message>
            <source>What was before that stands in the activity.</source>
            <translation>Lo anterior está en la actividad.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskPane</name>
        <message>
            <source>Send what you have typed here first, or drop it (Esc).</source>
            <translation>Envíe primero lo que ha escrito aquí o descártelo (Esc).</translation>
        </message>
        <message>
            <source>It has changed since you typed this about it: “%1”</source>
            <translation>Ha cambiado desde que escribió esto: «%1»</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>No task chosen</source>
            <translation>Ninguna tarea elegida</translation>
        </message>
        <message>
            <source>Choose a task in the list to see it and to act on it.</source>
            <translation>Elija una tarea de la lista para verla y actuar sobre ella.</translation>
        </message>
        <message>
            <source>%1 · %2 left</source>
            <translation>%1 · quedan %2</translation>
        </message>
        <message>
            <source>%1 · %2 late</source>
            <translation>%1 · %2 de retraso</translation>
        </message>
        <message>
            <source>Correct…</source>
            <translation>Corregir…</translation>
        </message>
        <message>
            <source>Correct and approve</source>
            <translation>Corregir y aprobar</translation>
        </message>
        <message>
            <source>Attach file…</source>
            <translation>Adjuntar archivo…</translation>
        </message>
        <message>
            <source>Attach a file</source>
            <translation>Adjuntar un archivo</translation>
        </message>
        <message>
            <source>This is no JSON. A form has its fields in braces.</source>
            <translation>Esto no es JSON. Un formulario lleva sus campos entre llaves.</translation>
        </message>
        <message>
            <source>The result as it should be. It is recorded before and after.</source>
            <translation>El resultado como debe ser. Se registra antes y después.</translation>
        </message>
        <message>
            <source>%1 is attached.</source>
            <translation>%1 está adjunto.</translation>
        </message>
        <message>
            <source>Only the first %1 of %2 files were taken. Attach the others after them.</source>
            <translation>Solo se tomaron los %1 primeros archivos de %2. Adjunte los demás después.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s) are attached.</source>
            <translation>
                <numerusform>%Ln archivo está adjunto.</numerusform>
                <numerusform>%Ln archivos están adjuntos.</numerusform>
            </translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Open file</source>
            <translation>Abrir archivo</translation>
        </message>
        <message>
            <source>Open the files one after the other</source>
            <translation>Abrir los archivos uno tras otro</translation>
        </message>
        <message>
            <source>What you typed about %1 can no longer be sent: “%2”</source>
            <translation>Lo que escribió sobre %1 ya no se puede enviar: «%2»</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::TimeBand</name>
        <message>
            <source>Line of time</source>
            <translation>Línea de tiempo</translation>
        </message>
        <message>
            <source>Came in %1, due %2</source>
            <translation>Llegó %1, vence %2</translation>
        </message>
        <message>
            <source>came in %1</source>
            <translation>llegó %1</translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>vence %1</translation>
        </message>
        <message>
            <source>ended %1</source>
            <translation>terminó %1</translation>
        </message>
        <message>
            <source>now</source>
            <translation>ahora</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WaitingModel</name>
        <message>
            <source>%1 · nobody has it</source>
            <translation>%1 · nadie la tiene</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %Ln have it, all away or full</source>
            <translation>
                <numerusform>%1 · %Ln la tiene, ausente o sin capacidad</numerusform>
                <numerusform>%1 · %Ln la tienen, todos ausentes o sin capacidad</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 · %Ln could take it now</source>
            <translation>
                <numerusform>%1 · %Ln podría tomarla ahora</numerusform>
                <numerusform>%1 · %Ln podrían tomarla ahora</numerusform>
            </translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln waiting</source>
            <translation>
                <numerusform>%1, %Ln pendiente</numerusform>
                <numerusform>%1, %Ln pendientes</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 · %2 · %3</source>
            <translation>%1 · %2 · %3</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkHead</name>
        <message>
            <source>&amp;I am</source>
            <translation>&amp;Soy</translation>
        </message>
        <message>
            <source>Who I am</source>
            <translation>Quién soy</translation>
        </message>
        <message>
            <source>Whose tasks are shown, and in whose name you act (Alt+I)</source>
            <translation>De quién son las tareas que se muestran y en nombre de quién actúa (Alt+S)</translation>
        </message>
        <message>
            <source>Choose your name…</source>
            <translation>Elija su nombre…</translation>
        </message>
        <message>
            <source>Done here today: %1</source>
            <translation>Hechas aquí hoy: %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln due before noon</source>
            <translation>
                <numerusform>%Ln vence antes del mediodía</numerusform>
                <numerusform>%Ln vencen antes del mediodía</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln due before the day ends</source>
            <translation>
                <numerusform>%Ln vence antes de acabar el día</numerusform>
                <numerusform>%Ln vencen antes de acabar el día</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln late</source>
            <translation>
                <numerusform>%Ln con retraso</numerusform>
                <numerusform>%Ln con retraso</numerusform>
            </translation>
        </message>
        <message>
            <source>You work as %1</source>
            <translation>Usted trabaja como %1</translation>
        </message>
        <message>
            <source>You are no worker here</source>
            <translation>Aquí no es usted trabajador</translation>
        </message>
        <message>
            <source>You are away: nothing new is offered to you</source>
            <translation>Está ausente: no se le ofrece nada nuevo</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkModel</name>
        <message>
            <source>In hand</source>
            <translation>En mano</translation>
        </message>
        <message>
            <source>Offered to you</source>
            <translation>Ofrecidas a usted</translation>
        </message>
        <message>
            <source>To be reviewed</source>
            <translation>Por revisar</translation>
        </message>
        <message>
            <source>The citizen’s choice</source>
            <translation>A elección del ciudadano</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>Suspendidas</translation>
        </message>
        <message>
            <source>Waiting for anyone</source>
            <translation>Pendientes para cualquiera</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%1, %Ln task(s)</source>
            <translation>
                <numerusform>%1, %Ln tarea</numerusform>
                <numerusform>%1, %Ln tareas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkerForm</name>
        <message>
            <source>Available for new tasks</source>
            <translation>Disponible</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>dig 5, ship 3</source>
            <translation>cavar 5, enviar 3</translation>
        </message>
        <message>
            <source>front_desk, permits</source>
            <translation>ventanilla, permisos</translation>
        </message>
        <message>
            <source>email:alice@county.gov</source>
            <translation>email:alicia@condado.gov</translation>
        </message>
        <message>
            <source>made from the name</source>
            <translation>se forma con el nombre</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>Id.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Skills</source>
            <translation>Habilidades</translation>
        </message>
        <message>
            <source>Pools</source>
            <translation>Grupos</translation>
        </message>
        <message>
            <source>Tasks at a time</source>
            <translation>Tareas a la vez</translation>
        </message>
        <message>
            <source>Reached by</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <source>Calendar</source>
            <translation>Calendario</translation>
        </message>
        <message>
            <source>Store what stands here (Ctrl+S)</source>
            <translation>Guardar lo que aparece aquí (Ctrl+S)</translation>
        </message>
        <message>
            <source>Take this worker out of the register; refused while it holds tasks</source>
            <translation>Dar de baja a este trabajador; no es posible mientras tenga tareas</translation>
        </message>
        <message>
            <source>New worker</source>
            <translation>Nuevo trabajador</translation>
        </message>
        <message>
            <source>No worker chosen</source>
            <translation>Ningún trabajador elegido</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>Registrar</translation>
        </message>
        <message>
            <source>Calendars…</source>
            <translation>Calendarios…</translation>
        </message>
        <message>
            <source>Plan leave…</source>
            <translation>Permiso…</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Anular</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Permisos</translation>
        </message>
        <message>
            <source>Shows first where each task would go (Alt+P)</source>
            <translation>Muestra antes a quién pasaría cada tarea (Alt+P)</translation>
        </message>
        <message>
            <source>The chosen leave does not take place, or ends now</source>
            <translation>El permiso elegido no tiene lugar, o termina ahora</translation>
        </message>
        <message>
            <source>The hours of the calendars are changed on their page</source>
            <translation>El horario de los calendarios se cambia en su página</translation>
        </message>
        <message>
            <source>%1 – %2</source>
            <translation>%1 – %2</translation>
        </message>
        <message>
            <source>%1, %2 stands in</source>
            <translation>%1, sustituye %2</translation>
        </message>
        <message>
            <source>%1 · %2 of %3 taken</source>
            <translation>%1 · %2 de %3 ocupado</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>se desconoce</translation>
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation>&amp;Revertir</translation>
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation>Volver a lo guardado</translation>
        </message>
        <message>
            <source>Choose somebody in the list to see and to change what is known.</source>
            <translation>Elija a alguien de la lista para ver y cambiar lo que se sabe.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkerModel</name>
        <message>
            <source>Worker</source>
            <translation>Trabajador</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Load</source>
            <translation>Carga</translation>
        </message>
        <message>
            <source>Skills</source>
            <translation>Habilidades</translation>
        </message>
        <message>
            <source>Pools</source>
            <translation>Grupos</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>Visto</translation>
        </message>
        <message>
            <source>Reached by</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 de %2</translation>
        </message>
        <message>
            <source>pulls its work</source>
            <translation>toma su trabajo</translation>
        </message>
        <message>
            <source>%1
Levels 1 to 5; without a number: 3</source>
            <translation>%1
Niveles de 1 a 5; sin número: 3</translation>
        </message>
        <message>
            <source>Presence</source>
            <translation>Presencia</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>Presente</translation>
        </message>
        <message>
            <source>Silent: asks for no work</source>
            <translation>Sin señales: no pide trabajo</translation>
        </message>
        <message>
            <source>Off shift until %1</source>
            <translation>Fuera de turno hasta %1</translation>
        </message>
        <message>
            <source>Off shift</source>
            <translation>Fuera de turno</translation>
        </message>
        <message>
            <source>On leave until %1</source>
            <translation>De permiso hasta %1</translation>
        </message>
        <message>
            <source>On leave</source>
            <translation>De permiso</translation>
        </message>
        <message>
            <source>Marked as away</source>
            <translation>Marcado como ausente</translation>
        </message>
        <message>
            <source>%1 in hand, %2 offered; %3 of the capacity of %4 is taken</source>
            <translation>%1 en mano, %2 ofrecidas; %3 de su capacidad de %4 ocupada</translation>
        </message>
        <message>
            <source>Silent</source>
            <translation>Sin señales</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WorkersPage</name>
        <message>
            <source>Nobody works here yet</source>
            <translation>Todavía no trabaja nadie aquí</translation>
        </message>
        <message>
            <source>Register people and bots here (Ctrl+N), through the API or with “hms-act worker register”.</source>
            <translation>Registre personas y bots aquí (Ctrl+N), con la API o con «hms-act worker register».</translation>
        </message>
        <message>
            <source>No worker matches</source>
            <translation>Ningún trabajador coincide</translation>
        </message>
        <message>
            <source>Search for another name, skill or pool.</source>
            <translation>Busque otro nombre, habilidad o grupo.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln worker(s)</source>
            <translation>
                <numerusform>%Ln trabajador</numerusform>
                <numerusform>%Ln trabajadores</numerusform>
            </translation>
        </message>
        <message>
            <source>Mark as b&amp;ack</source>
            <translation>Marcar co&amp;mo presente</translation>
        </message>
        <message>
            <source>Mark as &amp;away</source>
            <translation>Marcar co&amp;mo ausente</translation>
        </message>
        <message>
            <source>New tasks are offered to this worker again</source>
            <translation>Se vuelven a ofrecer tareas nuevas a este trabajador</translation>
        </message>
        <message>
            <source>No new tasks are offered to this worker; what it holds stays</source>
            <translation>No se ofrecen tareas nuevas a este trabajador; conserva las que tiene</translation>
        </message>
        <message>
            <source>%1 is back.</source>
            <translation>%1 ha vuelto.</translation>
        </message>
        <message>
            <source>%1 is marked as away.</source>
            <translation>%1 está marcado como ausente.</translation>
        </message>
        <message>
            <source>1 to 5 set the level, Del takes the skill away</source>
            <translation>1 a 5 fijan el nivel, Supr quita la habilidad</translation>
        </message>
        <message>
            <source>%1 is stored.</source>
            <translation>%1 se ha guardado.</translation>
        </message>
        <message>
            <source>%1 is no longer registered.</source>
            <translation>%1 ya no está registrado.</translation>
        </message>
        <message>
            <source>Tasks waiting – %1</source>
            <translation>Tareas pendientes – %1</translation>
        </message>
        <message>
            <source>nobody has %1</source>
            <translation>nadie tiene %1</translation>
        </message>
        <message>
            <source>Nothing waits for a worker</source>
            <translation>Nada espera a un trabajador</translation>
        </message>
        <message>
            <source>Tasks that nobody has taken stand here by skill, each with the reason why.</source>
            <translation>Aquí aparecen por habilidad las tareas que nadie ha tomado, cada una con su motivo.</translation>
        </message>
        <message>
            <source>The leave of %1 is taken back.</source>
            <translation>Se anula el permiso de %1.</translation>
        </message>
        <message>
            <source>The leave of %1 is planned.</source>
            <translation>El permiso de %1 queda planificado.</translation>
        </message>
        <message>
            <source>Somebody else has changed the leave of %1 meanwhile. Look again, and confirm.</source>
            <translation>Otra persona ha cambiado el permiso de %1 entretanto. Revíselo de nuevo y confirme.</translation>
        </message>
        <message>
            <source>Drop mine and show it</source>
            <translation>Descartar lo mío y mostrar lo guardado</translation>
        </message>
        <message>
            <source>The new worker is not saved</source>
            <translation>El trabajador nuevo no está guardado</translation>
        </message>
        <message>
            <source>all away or full: %1</source>
            <translation>todos ausentes o sin capacidad: %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln task(s) waiting</source>
            <translation>
                <numerusform>%Ln tarea pendiente</numerusform>
                <numerusform>%Ln tareas pendientes</numerusform>
            </translation>
        </message>
        <message>
            <source>The first %1 of %2 tasks waiting: those that come next in the queue</source>
            <translation>Las primeras %1 de %2 tareas pendientes: las que siguen en la cola</translation>
        </message>
        <message>
            <source>%1 no longer has the skill %2.</source>
            <translation>%1 ya no tiene la habilidad %2.</translation>
        </message>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>Deshacer (Ctrl+Z)</translation>
        </message>
        <message>
            <source>Give the skill back that was taken away last</source>
            <translation>Devolver la última habilidad que se quitó</translation>
        </message>
        <message>
            <source>Remove the worker “%1”?</source>
            <translation>¿Quitar a «%1»?</translation>
        </message>
        <message>
            <source>What was done stays on the record; whoever holds tasks is not removed.</source>
            <translation>Lo hecho queda en el registro; no se quita a quien tiene tareas.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
    </context>
    <context>
        <name>CalendarForm</name>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nombre</translation>
        </message>
        <message>
            <source>Time &amp;zone</source>
            <translation>&amp;Zona horaria</translation>
        </message>
        <message>
            <source>Working hours</source>
            <translation>Horas de trabajo</translation>
        </message>
        <message>
            <source>&amp;Copy Monday to the weekdays</source>
            <translation>&amp;Copiar el lunes a los laborables</translation>
        </message>
        <message>
            <source>Tuesday to Friday get the hours of Monday</source>
            <translation>De martes a viernes, las horas del lunes</translation>
        </message>
        <message>
            <source>Holidays</source>
            <translation>Días festivos</translation>
        </message>
        <message>
            <source>The next days</source>
            <translation>Los próximos días</translation>
        </message>
    </context>
    <context>
        <name>Calendars</name>
        <message>
            <source>all day</source>
            <translation>todo el día</translation>
        </message>
        <message>
            <source>Always</source>
            <translation>Siempre</translation>
        </message>
        <message>
            <source>free</source>
            <translation>libre</translation>
        </message>
        <message>
            <source>closed</source>
            <translation>cerrado</translation>
        </message>
        <message>
            <source>closed: %1</source>
            <translation>cerrado: %1</translation>
        </message>
    </context>
    <context>
        <name>CalendarsPage</name>
        <message>
            <source>Search name or time zone</source>
            <translation>Buscar nombre o zona horaria</translation>
        </message>
        <message>
            <source>Search the calendars</source>
            <translation>Buscar en los calendarios</translation>
        </message>
        <message>
            <source>Search the calendars (Ctrl+F)</source>
            <translation>Buscar en los calendarios (Ctrl+F)</translation>
        </message>
        <message>
            <source>Ne&amp;w</source>
            <translation>Nu&amp;evo</translation>
        </message>
        <message>
            <source>A new calendar (Ctrl+N)</source>
            <translation>Un calendario nuevo (Ctrl+N)</translation>
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation>D&amp;uplicar</translation>
        </message>
        <message>
            <source>A new calendar that begins like this one</source>
            <translation>Un calendario nuevo que empieza como este</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Remove this calendar; refused while somebody counts by it</source>
            <translation>Quitar este calendario; se rechaza mientras alguien cuente según él</translation>
        </message>
        <message>
            <source>Calendars</source>
            <translation>Calendarios</translation>
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation>&amp;Revertir</translation>
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation>Volver a lo guardado</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Guardar</translation>
        </message>
        <message>
            <source>Save this calendar (Ctrl+S)</source>
            <translation>Guardar este calendario (Ctrl+S)</translation>
        </message>
    </context>
    <context>
        <name>Firing</name>
        <message>
            <source>Rule “%1” reassigned it to %2</source>
            <translation>La regla «%1» la reasignó a %2</translation>
        </message>
        <message>
            <source>Rule “%1” found nobody to give it to</source>
            <translation>La regla «%1» no encontró a nadie a quien dársela</translation>
        </message>
        <message>
            <source>Rule “%1” could not do what it says: %2</source>
            <translation>La regla «%1» no pudo hacer lo que dice: %2</translation>
        </message>
        <message>
            <source>Rule “%1” fired</source>
            <translation>La regla «%1» se disparó</translation>
        </message>
        <message>
            <source>Rule “%1” made it more urgent</source>
            <translation>La regla «%1» la hizo más urgente</translation>
        </message>
        <message>
            <source>Rule “%1” put it on hold</source>
            <translation>La regla «%1» la suspendió</translation>
        </message>
        <message>
            <source>Rule “%1” skipped it</source>
            <translation>La regla «%1» la omitió</translation>
        </message>
        <message>
            <source>Rule “%1” cancelled the activity</source>
            <translation>La regla «%1» canceló la actividad</translation>
        </message>
        <message>
            <source>Rule “%1” failed it</source>
            <translation>La regla «%1» la dio por fallida</translation>
        </message>
        <message>
            <source>Rule “%1” told people</source>
            <translation>La regla «%1» avisó a quien debía</translation>
        </message>
        <message>
            <source>%1 (step %2)</source>
            <translation>%1 (paso %2)</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%1 (rules acted %Ln time(s))</source>
            <translation>
                <numerusform>%1 (las reglas actuaron %Ln vez)</numerusform>
                <numerusform>%1 (las reglas actuaron %Ln veces)</numerusform>
            </translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>paso %1</translation>
        </message>
        <message>
            <source>version %1</source>
            <translation>versión %1</translation>
        </message>
        <message>
            <source>due %1, fired %2</source>
            <translation>debido %1, ejecutado %2</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>due %1</source>
            <translation>vence %1</translation>
        </message>
        <message>
            <source>waiting since %1</source>
            <translation>pendiente desde %1</translation>
        </message>
        <message>
            <source>failed %1</source>
            <translation>falló %1</translation>
        </message>
        <message>
            <source>step due %1</source>
            <translation>paso debido %1</translation>
        </message>
        <message>
            <source>%1 % of its time used</source>
            <translation>%1 % de su tiempo usado</translation>
        </message>
        <message>
            <source>let go %1 ×</source>
            <translation>soltada %1 ×</translation>
        </message>
        <message>
            <source>%1 in the queue</source>
            <translation>%1 en la cola</translation>
        </message>
        <message>
            <source>priority %1</source>
            <translation>prioridad %1</translation>
        </message>
        <message>
            <source>attempt %1</source>
            <translation>intento %1</translation>
        </message>
        <message>
            <source>with %1</source>
            <translation>con %1</translation>
        </message>
    </context>
    <context>
        <name>HolidayEditor</name>
        <message>
            <source>Holidays</source>
            <translation>Días festivos</translation>
        </message>
        <message>
            <source>Day of the holiday</source>
            <translation>Día del festivo</translation>
        </message>
        <message>
            <source>What it is called</source>
            <translation>Cómo se llama</translation>
        </message>
        <message>
            <source>Name of the holiday</source>
            <translation>Nombre del festivo</translation>
        </message>
        <message>
            <source>A&amp;dd</source>
            <translation>Aña&amp;dir</translation>
        </message>
        <message>
            <source>Nobody works on this day (Return)</source>
            <translation>Ese día no trabaja nadie (Intro)</translation>
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation>&amp;Quitar</translation>
        </message>
        <message>
            <source>Take the chosen days off the list</source>
            <translation>Quitar de la lista los días elegidos</translation>
        </message>
        <message>
            <source>&amp;Import…</source>
            <translation>&amp;Importar…</translation>
        </message>
        <message>
            <source>Holidays of an iCalendar file (.ics); shows first what it would do</source>
            <translation>Festivos de un archivo iCalendar (.ics); antes muestra qué haría</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Dejarlo</translation>
        </message>
        <message>
            <source>Take nothing of this file</source>
            <translation>No tomar nada de este archivo</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::CalendarForm</name>
        <message>
            <source>Hours on %1</source>
            <translation>Horas del %1</translation>
        </message>
        <message>
            <source>free</source>
            <translation>libre</translation>
        </message>
        <message>
            <source>Stretches of work with breaks between them: 08:00–12:00, 13:00–17:00; nothing is a free day</source>
            <translation>Tramos de trabajo con pausas entre ellos: 08:00–12:00, 13:00–17:00; sin nada es un día libre</translation>
        </message>
        <message>
            <source>A saved calendar keeps its name; duplicate it for another one</source>
            <translation>Un calendario guardado conserva su nombre; duplíquelo para tener otro</translation>
        </message>
        <message>
            <source>They are shown when the calendar is complete.</source>
            <translation>Se muestran cuando el calendario está completo.</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona horaria</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::CalendarModel</name>
        <message>
            <source>Calendar</source>
            <translation>Calendario</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona horaria</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>Horas</translation>
        </message>
        <message>
            <source>Next holiday</source>
            <translation>Próximo festivo</translation>
        </message>
        <message>
            <source>How many work by it</source>
            <translation>Cuántos trabajan según él</translation>
        </message>
        <message>
            <source>Workers</source>
            <translation>Trabajadores</translation>
        </message>
        <message>
            <source>none to come</source>
            <translation>ninguno por venir</translation>
        </message>
        <message numerus="yes">
            <source>%Ln holiday(s)</source>
            <translation>
                <numerusform>%Ln día festivo</numerusform>
                <numerusform>%Ln días festivos</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::CalendarsPage</name>
        <message>
            <source>%1 copy</source>
            <translation>%1 copia</translation>
        </message>
        <message>
            <source>Remove the calendar “%1”?</source>
            <translation>¿Quitar el calendario «%1»?</translation>
        </message>
        <message>
            <source>Workers and open activities that count by it keep it from being removed.</source>
            <translation>No se puede quitar mientras haya trabajadores o actividades abiertas que cuenten según él.</translation>
        </message>
        <message>
            <source>No calendar matches</source>
            <translation>Ningún calendario coincide</translation>
        </message>
        <message>
            <source>Search for another name or time zone.</source>
            <translation>Busque otro nombre u otra zona horaria.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln calendar(s)</source>
            <translation>
                <numerusform>%Ln calendario</numerusform>
                <numerusform>%Ln calendarios</numerusform>
            </translation>
        </message>
        <message>
            <source>24x7 is built in: all time counts. It can be neither changed nor removed.</source>
            <translation>24x7 es fijo: cuenta todo el tiempo. No se puede cambiar ni quitar.</translation>
        </message>
        <message>
            <source>Administrators change calendars; you are here as %1 and can read them.</source>
            <translation>Los administradores cambian los calendarios; usted está aquí como %1 y puede leerlos.</translation>
        </message>
        <message>
            <source>the first %1</source>
            <translation>los primeros %1</translation>
        </message>
        <message>
            <source>%1 of %2 due times move, %3 become breached at once</source>
            <translation>%1 de %2 vencimientos se mueven, %3 quedan incumplidos al momento</translation>
        </message>
        <message>
            <source>%1 of %2 due times move</source>
            <translation>%1 de %2 vencimientos se mueven</translation>
        </message>
        <message numerus="yes">
            <source>%Ln clock(s) run by it</source>
            <translation>
                <numerusform>%Ln plazo cuenta según él</numerusform>
                <numerusform>%Ln plazos cuentan según él</numerusform>
            </translation>
        </message>
        <message>
            <source>Saving it moves no due time</source>
            <translation>Guardarlo no mueve ningún vencimiento</translation>
        </message>
        <message>
            <source>If it is saved: %1</source>
            <translation>Si se guarda: %1</translation>
        </message>
        <message>
            <source>The new calendar is not saved</source>
            <translation>El calendario nuevo no está guardado</translation>
        </message>
        <message>
            <source>They follow at once, and rules act on what is breached then.</source>
            <translation>Cambian al momento, y las reglas actúan sobre lo que quede incumplido.</translation>
        </message>
        <message>
            <source>Save it</source>
            <translation>Guardarlo</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::DueReason</name>
        <message>
            <source>The calendar was changed in between; this is how it counts now, not how it was reckoned.</source>
            <translation>El calendario se cambió entretanto; así cuenta ahora, no como se calculó.</translation>
        </message>
        <message>
            <source>The calendar was changed later; this is how it counted then.</source>
            <translation>El calendario se cambió después; así contaba entonces.</translation>
        </message>
        <message>
            <source>At risk from %1: such tasks usually take %2.</source>
            <translation>En riesgo desde %1: estas tareas suelen tardar %2.</translation>
        </message>
        <message>
            <source>At risk from the start: such tasks usually take longer.</source>
            <translation>En riesgo desde el principio: estas tareas suelen tardar más.</translation>
        </message>
        <message>
            <source>Closed on %1: %2</source>
            <translation>Cerrado el %1: %2</translation>
        </message>
        <message>
            <source>Due soon from %1 (%2 % used).</source>
            <translation>Vence pronto desde %1 (%2 % gastado).</translation>
        </message>
        <message>
            <source>Due soon from %1 (%2 % used), at risk from %3 (%4 %).</source>
            <translation>Vence pronto desde %1 (%2 % gastado), en riesgo desde %3 (%4 %).</translation>
        </message>
        <message>
            <source>all time counts (24x7)</source>
            <translation>cuenta todo el tiempo (24x7)</translation>
        </message>
        <message>
            <source>calendar “%1”, %2</source>
            <translation>calendario «%1», %2</translation>
        </message>
        <message>
            <source>%1 once it can start; %2.</source>
            <translation>%1 cuando pueda empezar; %2.</translation>
        </message>
        <message>
            <source>%1 from %2; %3.</source>
            <translation>%1 desde %2; %3.</translation>
        </message>
        <message>
            <source>Counted: %1 (%2)</source>
            <translation>Cuenta: %1 (%2)</translation>
        </message>
        <message>
            <source>… and further ones</source>
            <translation>… y otros más</translation>
        </message>
        <message numerus="yes">
            <source>… and %Ln more</source>
            <translation>
                <numerusform>… y %Ln más</numerusform>
                <numerusform>… y %Ln más</numerusform>
            </translation>
        </message>
        <message>
            <source>Paused: %1</source>
            <translation>En pausa: %1</translation>
        </message>
        <message>
            <source>Paused since %1; it falls due later by as much as counts of that.</source>
            <translation>En pausa desde %1; vence más tarde por lo que de eso cuente.</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Why due then?</source>
            <translation>¿Por qué vence entonces?</translation>
        </message>
        <message>
            <source>How the due time was reckoned: what counted, pauses, holidays</source>
            <translation>Cómo se calculó el vencimiento: qué contó, pausas, festivos</translation>
        </message>
        <message>
            <source>Why it is due then</source>
            <translation>Por qué vence entonces</translation>
        </message>
        <message>
            <source>Copy the reckoning as text</source>
            <translation>Copiar el cálculo como texto</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::HolidayEditor</name>
        <message>
            <source>Import holidays</source>
            <translation>Importar festivos</translation>
        </message>
        <message>
            <source>Calendar files (*.ics);;All files (*)</source>
            <translation>Archivos de calendario (*.ics);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Could not read %1: %2</source>
            <translation>No se pudo leer %1: %2</translation>
        </message>
        <message>
            <source>Reading %1…</source>
            <translation>Leyendo %1…</translation>
        </message>
        <message>
            <source>%1: %2 new, %3 with another name, %4 there already.</source>
            <translation>%1: %2 nuevos, %3 con otro nombre, %4 que ya están.</translation>
        </message>
        <message numerus="yes">
            <source>Take over %Ln day(s)</source>
            <translation>
                <numerusform>Tomar %Ln día</numerusform>
                <numerusform>Tomar %Ln días</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::HolidayModel</name>
        <message>
            <source>Day</source>
            <translation>Día</translation>
        </message>
        <message>
            <source>Holiday</source>
            <translation>Festivo</translation>
        </message>
        <message>
            <source>Importing it</source>
            <translation>Al importarlo</translation>
        </message>
        <message>
            <source>is new</source>
            <translation>es nuevo</translation>
        </message>
        <message>
            <source>is there already</source>
            <translation>ya está</translation>
        </message>
        <message>
            <source>gets this name</source>
            <translation>recibe este nombre</translation>
        </message>
        <message>
            <source>was called “%1”</source>
            <translation>se llamaba «%1»</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::LaneView</name>
        <message>
            <source>paused</source>
            <translation>en pausa</translation>
        </message>
        <message>
            <source>promise broken</source>
            <translation>promesa incumplida</translation>
        </message>
        <message>
            <source>a rule acted</source>
            <translation>actuó una regla</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>terminó</translation>
        </message>
        <message>
            <source>due</source>
            <translation>vence</translation>
        </message>
        <message>
            <source>Tasks over time</source>
            <translation>Tareas en el tiempo</translation>
        </message>
        <message>
            <source>%1: its clock has not started</source>
            <translation>%1: su plazo no ha empezado</translation>
        </message>
        <message>
            <source>%1: %2, due %3</source>
            <translation>%1: %2, vence %3</translation>
        </message>
        <message>
            <source>%1, ended %2</source>
            <translation>%1, terminó %2</translation>
        </message>
        <message>
            <source>%1, paused for %2</source>
            <translation>%1, en pausa %2</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WeekView</name>
        <message>
            <source>Week</source>
            <translation>Semana</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertBubbles</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Activity %1 (%2)</source>
            <translation>Actividad %1 (%2)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>Confirmar lectura</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>y %Ln más</numerusform>
                <numerusform>y %Ln más</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln alert(s) need somebody</source>
            <translation>
                <numerusform>%Ln alerta espera a alguien</numerusform>
                <numerusform>%Ln alertas esperan a alguien</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (%2 ×)</source>
            <translation>%1 (%2 ×)</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::Tray</name>
        <message>
            <source>&amp;Open the console</source>
            <translation>&amp;Abrir la consola</translation>
        </message>
        <message>
            <source>Show &amp;alerts</source>
            <translation>Mostrar a&amp;lertas</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Salir</translation>
        </message>
        <message>
            <source>A&amp;cknowledge all…</source>
            <translation>Con&amp;firmar todas…</translation>
        </message>
    </context>
    <context>
        <name>TrayFace</name>
        <message>
            <source>No open alerts</source>
            <translation>No hay alertas abiertas</translation>
        </message>
        <message numerus="yes">
            <source>%Ln open alert(s)</source>
            <translation>
                <numerusform>%Ln alerta abierta</numerusform>
                <numerusform>%Ln alertas abiertas</numerusform>
            </translation>
        </message>
        <message>
            <source> – a promise is broken</source>
            <translation> – una promesa incumplida</translation>
        </message>
        <message>
            <source> – a promise is at risk</source>
            <translation> – una promesa en riesgo</translation>
        </message>
        <message>
            <source> – all of it is over</source>
            <translation> – todo está resuelto</translation>
        </message>
        <message>
            <source>Nobody looks at the timers: nothing escalates</source>
            <translation>Nadie atiende los plazos: nada se escala</translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>Choose one of the answers.</source>
            <translation>Elija una de las respuestas.</translation>
        </message>
        <message>
            <source>Type the code from the mail.</source>
            <translation>Escriba el código del correo.</translation>
        </message>
        <message>
            <source>Yes, take it back</source>
            <translation>Sí, deshacerlo</translation>
        </message>
        <message>
            <source>This is not the code from the mail. Tries left: %1.</source>
            <translation>Este no es el código del correo. Intentos que quedan: %1.</translation>
        </message>
        <message>
            <source>Say why in a few words.</source>
            <translation>Diga por qué en pocas palabras.</translation>
        </message>
        <message>
            <source>Say in a few words what came of it, or why.</source>
            <translation>Diga en pocas palabras qué resultó, o por qué.</translation>
        </message>
        <message>
            <source>A machine could not judge this</source>
            <translation>Una máquina no pudo juzgar esto</translation>
        </message>
        <message>
            <source>When it is done, write into the note what came of it.</source>
            <translation>Cuando esté hecho, escriba en la nota qué resultó.</translation>
        </message>
        <message>
            <source>“%1” proposes this, and does not say how sure it is:</source>
            <translation>«%1» propone esto, y no dice cuánta seguridad tiene:</translation>
        </message>
        <message>
            <source>“%1” proposes this, and is %2 % sure of it:</source>
            <translation>«%1» propone esto, con una seguridad del %2 %:</translation>
        </message>
        <message>
            <source>A machine’s proposal</source>
            <translation>Propuesta de una máquina</translation>
        </message>
        <message>
            <source>“It is done” approves it as it stands; your note is kept beside it. To change it, answer in the program.</source>
            <translation>«Está terminada» lo aprueba tal como está; su nota se guarda aparte. Para cambiarlo, responda en el programa.</translation>
        </message>
        <message>
            <source>Say it in 2000 characters at most, in plain text.</source>
            <translation>Dígalo en 2000 caracteres como máximo, en texto sencillo.</translation>
        </message>
        <message>
            <source>Choose how much more time you need: from one day to one week.</source>
            <translation>Elija cuánto tiempo más necesita: de un día a una semana.</translation>
        </message>
        <message>
            <source>This came faster than anybody reads, so it was not taken. Please send it again.</source>
            <translation>Llegó más rápido de lo que nadie lee, así que no se aceptó. Envíelo otra vez, por favor.</translation>
        </message>
        <message>
            <source>This page had become too old. Please look at it and send it again.</source>
            <translation>Esta página era demasiado antigua. Revísela y envíela otra vez, por favor.</translation>
        </message>
        <message>
            <source>Not sent yet</source>
            <translation>Aún sin enviar</translation>
        </message>
        <message>
            <source>You have more time</source>
            <translation>Tiene más tiempo</translation>
        </message>
        <message>
            <source>The task stays with you until %1 at the most. Its due time is %2: after that it may go to somebody else. Your reason is in its record. When you are ready, answer here.</source>
            <translation>La tarea sigue con usted como máximo hasta el %1. Su vencimiento es el %2: a partir de entonces puede pasar a otra persona. Su motivo consta en el registro. Cuando esté listo, responda aquí.</translation>
        </message>
        <message>
            <source>The task stays with you until %1. Your reason is in its record. When you are ready, answer here.</source>
            <translation>La tarea sigue con usted hasta el %1. Su motivo consta en el registro. Cuando esté listo, responda aquí.</translation>
        </message>
        <message>
            <source>Taken back</source>
            <translation>Retirado</translation>
        </message>
        <message>
            <source>Not taken back</source>
            <translation>No se ha retirado</translation>
        </message>
        <message>
            <source>That can no longer be taken back. The task is as it is shown here.</source>
            <translation>Eso ya no se puede retirar. La tarea está como se muestra aquí.</translation>
        </message>
        <message>
            <source>What you said is taken back: the task is with you again.</source>
            <translation>Lo que respondió queda retirado: la tarea vuelve a estar con usted.</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>Vence</translation>
        </message>
        <message>
            <source>Yours until</source>
            <translation>Suya hasta</translation>
        </message>
        <message>
            <source>Yours until, at the most</source>
            <translation>Suya, como máximo, hasta</translation>
        </message>
        <message>
            <source>Code from the mail</source>
            <translation>Código del correo</translation>
        </message>
        <message>
            <source>Six letters and digits, on a line of their own in the mail</source>
            <translation>Seis letras y cifras, en una línea propia del correo</translation>
        </message>
        <message>
            <source>What became of it?</source>
            <translation>¿Qué ha sido de ella?</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>Está terminada</translation>
        </message>
        <message>
            <source>I cannot do it: give it to somebody else</source>
            <translation>No puedo hacerla: désela a otra persona</translation>
        </message>
        <message>
            <source>I need more time</source>
            <translation>Necesito más tiempo</translation>
        </message>
        <message>
            <source>How much more time</source>
            <translation>Cuánto tiempo más</translation>
        </message>
        <message>
            <source>Only if you need more time. The task stays with you so long, but is due as before: then it may go to somebody else.</source>
            <translation>Solo si necesita más tiempo. La tarea sigue con usted durante ese plazo, pero vence igual que antes: entonces puede pasar a otra persona.</translation>
        </message>
        <message>
            <source>One day</source>
            <translation>Un día</translation>
        </message>
        <message>
            <source>Three days</source>
            <translation>Tres días</translation>
        </message>
        <message>
            <source>One week</source>
            <translation>Una semana</translation>
        </message>
        <message>
            <source>Reason or note</source>
            <translation>Motivo o nota</translation>
        </message>
        <message>
            <source>Required if you cannot do it or need more time. It goes into the record.</source>
            <translation>Obligatorio si no puede hacerla o necesita más tiempo. Consta en el registro.</translation>
        </message>
        <message>
            <source>Send answer</source>
            <translation>Enviar respuesta</translation>
        </message>
        <message>
            <source>Was that a slip?</source>
            <translation>¿Fue un descuido?</translation>
        </message>
        <message>
            <source>Until %1 you can take it back, as long as nobody has gone on from it.</source>
            <translation>Hasta el %1 puede retirarlo, mientras nadie haya seguido a partir de ahí.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminada</translation>
        </message>
        <message>
            <source>You marked this task as done on %1. Thank you.</source>
            <translation>Usted marcó esta tarea como terminada el %1. Gracias.</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>Devuelta</translation>
        </message>
        <message>
            <source>You said on %1 that you cannot do this task. It is no longer with you.</source>
            <translation>Usted dijo el %1 que no puede hacer esta tarea. Ya no está con usted.</translation>
        </message>
        <message>
            <source>This task is on hold. There is nothing to do now; when it goes on, you get another mail with a new link.</source>
            <translation>Esta tarea está suspendida. Ahora no hay nada que hacer; cuando se reanude, recibirá otro correo con un enlace nuevo.</translation>
        </message>
        <message>
            <source>The code was wrong five times, so this link has ended. Answer in the program, or ask your supervisor.</source>
            <translation>El código fue incorrecto cinco veces, así que este enlace ha terminado. Responda en el programa o pregunte a su supervisor.</translation>
        </message>
        <message>
            <source>This link has expired. Answer in the program, or ask your supervisor.</source>
            <translation>Este enlace ha caducado. Responda en el programa o pregunte a su supervisor.</translation>
        </message>
        <message>
            <source>This task is no longer with you. There is nothing to do.</source>
            <translation>Esta tarea ya no está con usted. No hay nada que hacer.</translation>
        </message>
        <message>
            <source>This link is no longer good</source>
            <translation>Este enlace ya no sirve</translation>
        </message>
        <message>
            <source>There is nothing at this address</source>
            <translation>No hay nada en esta dirección</translation>
        </message>
        <message>
            <source>The link may be incomplete: copy all of it from the mail.</source>
            <translation>Puede que el enlace esté incompleto: cópielo entero del correo.</translation>
        </message>
        <message>
            <source>Too fast</source>
            <translation>Demasiado rápido</translation>
        </message>
        <message>
            <source>Please wait a moment, then load this page again.</source>
            <translation>Espere un momento y vuelva a cargar esta página.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Ahora no</translation>
        </message>
        <message>
            <source>The service cannot answer now. Load this page again in a minute: it shows whether your answer has arrived.</source>
            <translation>El servicio no puede responder ahora. Vuelva a cargar esta página en un minuto: muestra si su respuesta ha llegado.</translation>
        </message>
        <message>
            <source>Opening this page changes nothing. Only an answer with the code does.</source>
            <translation>Abrir esta página no cambia nada. Solo lo hace una respuesta con el código.</translation>
        </message>
        <message>
            <source>Opening this page changes nothing. Only an answer does.</source>
            <translation>Abrir esta página no cambia nada. Solo lo hace una respuesta.</translation>
        </message>
        <message>
            <source>Your answer did not arrive in time. Nothing has changed; please send it again.</source>
            <translation>Su respuesta no llegó a tiempo. No ha cambiado nada; envíela otra vez.</translation>
        </message>
        <message>
            <source>Your answer is too long. Nothing has changed; go back and say it in 2000 characters at most.</source>
            <translation>Su respuesta es demasiado larga. No ha cambiado nada; vuelva atrás y dígalo en 2000 caracteres como máximo.</translation>
        </message>
        <message>
            <source>This could not be read</source>
            <translation>Esto no se ha podido leer</translation>
        </message>
        <message>
            <source>Nothing has changed. Open the link from the mail again, and answer on its page.</source>
            <translation>No ha cambiado nada. Abra otra vez el enlace del correo y responda en su página.</translation>
        </message>
        <message>
            <source>I do not need the extra time after all (until %1)</source>
            <translation>Al final no necesito el tiempo adicional (hasta %1)</translation>
        </message>
    </context>
    <context>
        <name>Rule</name>
        <message>
            <source>tell only</source>
            <translation>solo avisar</translation>
        </message>
        <message>
            <source>reassign</source>
            <translation>reasignar</translation>
        </message>
        <message>
            <source>raise the priority</source>
            <translation>subir la prioridad</translation>
        </message>
        <message>
            <source>put on hold</source>
            <translation>suspender</translation>
        </message>
        <message>
            <source>skip</source>
            <translation>omitir</translation>
        </message>
        <message>
            <source>cancel its activity</source>
            <translation>cancelar su actividad</translation>
        </message>
        <message>
            <source>let the task fail</source>
            <translation>dar la tarea por fallida</translation>
        </message>
        <message>
            <source>in any case</source>
            <translation>en todo caso</translation>
        </message>
        <message>
            <source>only if nobody works on it</source>
            <translation>solo si nadie trabaja en ella</translation>
        </message>
        <message>
            <source>only if somebody works on it</source>
            <translation>solo si alguien trabaja en ella</translation>
        </message>
        <message>
            <source>%1 before</source>
            <translation>%1 antes</translation>
        </message>
        <message>
            <source>%1 % of the time used up</source>
            <translation>%1 % del tiempo gastado</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>durante %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln time(s)</source>
            <translation>
                <numerusform>%Ln vez</numerusform>
                <numerusform>%Ln veces</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>more than %Ln task(s)</source>
            <translation>
                <numerusform>más de %Ln tarea</numerusform>
                <numerusform>más de %Ln tareas</numerusform>
            </translation>
        </message>
        <message>
            <source>and still after %1</source>
            <translation>y aún tras %1</translation>
        </message>
        <message>
            <source>activity %1</source>
            <translation>actividad %1</translation>
        </message>
        <message>
            <source>skill %1</source>
            <translation>habilidad %1</translation>
        </message>
        <message>
            <source>pool %1</source>
            <translation>grupo %1</translation>
        </message>
        <message>
            <source>priority %1 or more</source>
            <translation>prioridad %1 o más</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>todo</translation>
        </message>
        <message>
            <source>of “%1”</source>
            <translation>de «%1»</translation>
        </message>
        <message>
            <source>of skill %1</source>
            <translation>de habilidad %1</translation>
        </message>
        <message>
            <source>kept for pool %1</source>
            <translation>del grupo %1</translation>
        </message>
        <message>
            <source>with priority %1 or more</source>
            <translation>con prioridad %1 o más</translation>
        </message>
        <message>
            <source>an activity</source>
            <translation>una actividad</translation>
        </message>
        <message>
            <source>a task</source>
            <translation>una tarea</translation>
        </message>
        <message>
            <source>When %1 is overdue by %2</source>
            <translation>Cuando %1 está vencida desde hace %2</translation>
        </message>
        <message>
            <source>When %1 is overdue</source>
            <translation>Cuando %1 está vencida</translation>
        </message>
        <message>
            <source>When %1 is due in %2</source>
            <translation>Cuando %1 vence en %2</translation>
        </message>
        <message>
            <source>When %1 has used up %2 % of its time</source>
            <translation>Cuando %1 ha gastado el %2 % de su tiempo</translation>
        </message>
        <message>
            <source>When nobody has begun %1 for %2</source>
            <translation>Cuando nadie ha empezado %1 en %2</translation>
        </message>
        <message numerus="yes">
            <source>When %1 was taken up and let go %Ln time(s)</source>
            <translation>
                <numerusform>Cuando %1 se tomó y se soltó %Ln vez</numerusform>
                <numerusform>Cuando %1 se tomó y se soltó %Ln veces</numerusform>
            </translation>
        </message>
        <message>
            <source>When %1 has failed</source>
            <translation>Cuando %1 ha fallado</translation>
        </message>
        <message>
            <source>When nobody can do %1</source>
            <translation>Cuando nadie puede hacer %1</translation>
        </message>
        <message>
            <source>When %1 wait</source>
            <translation>Cuando esperan %1</translation>
        </message>
        <message>
            <source>tell %1</source>
            <translation>se avisa a %1</translation>
        </message>
        <message>
            <source>give it to somebody else with the skill</source>
            <translation>se da a otro con la habilidad</translation>
        </message>
        <message>
            <source>give it to %1</source>
            <translation>se da a %1</translation>
        </message>
        <message>
            <source>raise its priority to %1</source>
            <translation>su prioridad sube a %1</translation>
        </message>
        <message>
            <source>put it on hold</source>
            <translation>se suspende</translation>
        </message>
        <message>
            <source>skip it</source>
            <translation>se omite</translation>
        </message>
        <message>
            <source>cancel the activity</source>
            <translation>se cancela la actividad</translation>
        </message>
        <message>
            <source>let it fail</source>
            <translation>se da por fallida</translation>
        </message>
        <message>
            <source>%1 and tell %2</source>
            <translation>%1 y se avisa a %2</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>de inmediato</translation>
        </message>
        <message>
            <source>after %1</source>
            <translation>tras %1</translation>
        </message>
        <message>
            <source>%1, if nobody works on it,</source>
            <translation>%1, si nadie trabaja en ella,</translation>
        </message>
        <message>
            <source>%1, if somebody works on it,</source>
            <translation>%1, si alguien trabaja en ella,</translation>
        </message>
        <message>
            <source>%1, and still so after %2</source>
            <translation>%1, y sigue así tras %2</translation>
        </message>
        <message numerus="yes">
            <source>The last step comes again every %1, %Ln time(s) at most.</source>
            <translation>
                <numerusform>El último paso se repite cada %1, %Ln vez como máximo.</numerusform>
                <numerusform>El último paso se repite cada %1, %Ln veces como máximo.</numerusform>
            </translation>
        </message>
        <message>
            <source>Reassigning restarts the clock.</source>
            <translation>Al reasignar, el reloj empieza de nuevo.</translation>
        </message>
        <message>
            <source>What one address is told within %1 comes as one message.</source>
            <translation>Los avisos a una misma dirección en %1 llegan en un solo mensaje.</translation>
        </message>
        <message>
            <source>What is acknowledged and still unsolved %1 later goes on.</source>
            <translation>Lo que se confirmó y %1 después sigue sin resolverse continúa.</translation>
        </message>
        <message>
            <source>Until %1 it only writes down what it would do.</source>
            <translation>Hasta %1 solo anota lo que haría.</translation>
        </message>
        <message>
            <source>It is switched off.</source>
            <translation>Está desactivada.</translation>
        </message>
        <message>
            <source>switched off</source>
            <translation>desactivada</translation>
        </message>
        <message>
            <source>shadow until %1</source>
            <translation>a prueba hasta %1</translation>
        </message>
        <message>
            <source>next step in %1</source>
            <translation>próximo paso en %1</translation>
        </message>
        <message>
            <source>next step now</source>
            <translation>próximo paso ahora</translation>
        </message>
        <message>
            <source>never fired yet</source>
            <translation>aún no ha actuado</translation>
        </message>
        <message>
            <source>fired %1</source>
            <translation>actuó %1</translation>
        </message>
        <message>
            <source>passed over: somebody works on it</source>
            <translation>sin efecto: alguien trabaja en ella</translation>
        </message>
        <message>
            <source>passed over: nobody works on it</source>
            <translation>sin efecto: nadie trabaja en ella</translation>
        </message>
        <message>
            <source>passed over: the next step was due already</source>
            <translation>sin efecto: ya tocaba el paso siguiente</translation>
        </message>
        <message>
            <source>would have: %1, and found nobody</source>
            <translation>habría hecho: %1, sin encontrar a nadie</translation>
        </message>
        <message>
            <source>would have: %1</source>
            <translation>habría hecho: %1</translation>
        </message>
        <message>
            <source>reassigning left to another rule</source>
            <translation>reasignación dejada a otra regla</translation>
        </message>
        <message>
            <source>%1 was not possible: %2</source>
            <translation>no fue posible %1: %2</translation>
        </message>
        <message>
            <source>nobody could take it</source>
            <translation>nadie podía tomarla</translation>
        </message>
        <message>
            <source>given to %1</source>
            <translation>dada a %1</translation>
        </message>
        <message>
            <source>priority raised</source>
            <translation>prioridad subida</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>omitida</translation>
        </message>
        <message>
            <source>activity cancelled</source>
            <translation>actividad cancelada</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fallida</translation>
        </message>
        <message>
            <source>told nobody, would tell %1</source>
            <translation>no avisó, habría avisado a %1</translation>
        </message>
        <message>
            <source>told %1</source>
            <translation>avisó a %1</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>Activada</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
        <message>
            <source>Kind of activity</source>
            <translation>Tipo de actividad</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Habilidad</translation>
        </message>
        <message>
            <source>Pool</source>
            <translation>Grupo</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioridad</translation>
        </message>
        <message>
            <source>Grace</source>
            <translation>Gracia</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>after</source>
            <translation>tras</translation>
        </message>
        <message>
            <source>then</source>
            <translation>entonces</translation>
        </message>
        <message>
            <source>to</source>
            <translation>a</translation>
        </message>
        <message>
            <source>only</source>
            <translation>solo</translation>
        </message>
        <message>
            <source>tell</source>
            <translation>avisar</translation>
        </message>
        <message>
            <source>Repeat</source>
            <translation>Repetición</translation>
        </message>
        <message>
            <source>Digest</source>
            <translation>Resumen</translation>
        </message>
        <message>
            <source>Acknowledged</source>
            <translation>Confirmada</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Reloj</translation>
        </message>
        <message>
            <source>Shadow</source>
            <translation>A prueba</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Alcance</translation>
        </message>
        <message>
            <source>Step %1</source>
            <translation>Paso %1</translation>
        </message>
        <message>
            <source>Reassign on a breach</source>
            <translation>Reasignar lo vencido</translation>
        </message>
    </context>
    <context>
        <name>RuleEditor</name>
        <message>
            <source>Remarks</source>
            <translation>Observaciones</translation>
        </message>
        <message>
            <source>Remarks on the rule</source>
            <translation>Observaciones sobre la regla</translation>
        </message>
        <message>
            <source>Return jumps to the field</source>
            <translation>Intro salta al campo</translation>
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation>&amp;Revertir</translation>
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation>Volver a lo guardado</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Guardar</translation>
        </message>
        <message>
            <source>Save the rule as its next version (Ctrl+S)</source>
            <translation>Guardar la regla como su próxima versión (Ctrl+S)</translation>
        </message>
    </context>
    <context>
        <name>RuleForm</name>
        <message>
            <source>Na&amp;me</source>
            <translation>No&amp;mbre</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>Activada</translation>
        </message>
        <message>
            <source>&amp;When</source>
            <translation>&amp;Cuándo</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>Umbral</translation>
        </message>
        <message>
            <source>Kind of threshold</source>
            <translation>Tipo de umbral</translation>
        </message>
        <message>
            <source>1h30m</source>
            <translation>1h30m</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Threshold in percent</source>
            <translation>Umbral en porcentaje</translation>
        </message>
        <message>
            <source>Threshold as a number</source>
            <translation>Umbral como número</translation>
        </message>
        <message>
            <source>Grace: only if it is still so after</source>
            <translation>Gracia: solo si sigue así tras</translation>
        </message>
        <message>
            <source>Only for</source>
            <translation>Solo para</translation>
        </message>
        <message>
            <source>Kind of activity</source>
            <translation>Tipo de actividad</translation>
        </message>
        <message>
            <source>any</source>
            <translation>cualquiera</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>Prioridad</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Habilidad</translation>
        </message>
        <message>
            <source>Kept for pool</source>
            <translation>Reservada para el grupo</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>&amp;Add a step</source>
            <translation>Aña&amp;dir un paso</translation>
        </message>
        <message>
            <source>Adds a step after the last one</source>
            <translation>Añade un paso tras el último</translation>
        </message>
        <message>
            <source>Repeat the last step</source>
            <translation>Repetir el último paso</translation>
        </message>
        <message>
            <source>every 1h</source>
            <translation>cada 1h</translation>
        </message>
        <message>
            <source>Repeat the last step every</source>
            <translation>Repetir el último paso cada</translation>
        </message>
        <message>
            <source> ×</source>
            <translation> ×</translation>
        </message>
        <message>
            <source>Repeat at most</source>
            <translation>Repetir como máximo</translation>
        </message>
        <message>
            <source>Not too often</source>
            <translation>No demasiado a menudo</translation>
        </message>
        <message>
            <source>Digest: one message for what comes within</source>
            <translation>Resumen: un mensaje para lo que llega en</translation>
        </message>
        <message>
            <source>Acknowledged but unsolved: goes on after</source>
            <translation>Confirmada sin resolver: continúa tras</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nunca</translation>
        </message>
        <message>
            <source>Delays of a rule count the working time of the activity's calendar, as its due time does: 1d is 24 hours of it</source>
            <translation>Las demoras de una regla cuentan el horario laboral del calendario de la actividad, como su vencimiento: 1d son 24 horas de trabajo</translation>
        </message>
        <message>
            <source>Plain time, day and night</source>
            <translation>Tiempo corrido, de día y de noche</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Reloj</translation>
        </message>
        <message>
            <source>Reassigning restarts the clock</source>
            <translation>Reasignar reinicia el reloj</translation>
        </message>
        <message>
            <source>The time that was promised begins anew with the next worker</source>
            <translation>El tiempo prometido empieza de nuevo con el siguiente trabajador</translation>
        </message>
        <message>
            <source>Shadow</source>
            <translation>A prueba</translation>
        </message>
        <message>
            <source>Only write down, until</source>
            <translation>Solo anotar, hasta</translation>
        </message>
        <message>
            <source>A shadow acts on nothing and tells nobody: its firings say what it would do</source>
            <translation>Una regla a prueba no hace nada ni avisa a nadie: sus actuaciones dicen lo que haría</translation>
        </message>
        <message>
            <source>yyyy-MM-dd HH:mm</source>
            <translation>dd/MM/yyyy HH:mm</translation>
        </message>
        <message>
            <source>Shadow until</source>
            <translation>A prueba hasta</translation>
        </message>
    </context>
    <context>
        <name>RuleHistory</name>
        <message>
            <source>What the rule has fired</source>
            <translation>Lo que la regla ha hecho</translation>
        </message>
        <message>
            <source>Return opens the activity</source>
            <translation>Intro abre la actividad</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Anteriores</translation>
        </message>
        <message>
            <source>Show the rows before these</source>
            <translation>Mostrar las filas anteriores</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Siguientes</translation>
        </message>
        <message>
            <source>Show the rows after these</source>
            <translation>Mostrar las filas siguientes</translation>
        </message>
    </context>
    <context>
        <name>RuleStepForm</name>
        <message>
            <source>Up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Move this step before the one above</source>
            <translation>Mover este paso antes del anterior</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Move this step after the one below</source>
            <translation>Mover este paso tras el siguiente</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove this step</source>
            <translation>Quitar este paso</translation>
        </message>
        <message>
            <source>After</source>
            <translation>Tras</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>de inmediato</translation>
        </message>
        <message>
            <source>After the trigger and the grace, in the working time of the activity's calendar; empty is at once, day and night</source>
            <translation>Tras el motivo y la gracia, en el horario laboral del calendario de la actividad; vacío es enseguida, de día y de noche</translation>
        </message>
        <message>
            <source>and</source>
            <translation>y</translation>
        </message>
        <message>
            <source>then</source>
            <translation>entonces</translation>
        </message>
        <message>
            <source>to</source>
            <translation>a</translation>
        </message>
        <message>
            <source>and tell</source>
            <translation>y avisar a</translation>
        </message>
        <message>
            <source>sms:+15551234 slack:#desk console:supervisor</source>
            <translation>sms:+15551234 slack:#desk console:supervisor</translation>
        </message>
        <message>
            <source>Addresses with blanks between: email:, sms:, slack:, webhook:, console:</source>
            <translation>Direcciones separadas por espacios: email:, sms:, slack:, webhook:, console:</translation>
        </message>
    </context>
    <context>
        <name>RuleTrial</name>
        <message>
            <source>Try it over</source>
            <translation>Ensayar con</translation>
        </message>
        <message>
            <source>Tr&amp;y</source>
            <translation>E&amp;nsayar</translation>
        </message>
        <message>
            <source>Plays the record back and says what this rule, as it stands here, would have done; changes nothing</source>
            <translation>Recorre el registro y dice qué habría hecho esta regla, tal como está aquí; no cambia nada</translation>
        </message>
        <message>
            <source>The record is played back</source>
            <translation>Se recorre el registro</translation>
        </message>
        <message>
            <source>What it would have come to</source>
            <translation>En qué habría resultado</translation>
        </message>
        <message>
            <source>What would have been fired</source>
            <translation>Lo que se habría hecho</translation>
        </message>
        <message>
            <source>Return opens the activity</source>
            <translation>Intro abre la actividad</translation>
        </message>
    </context>
    <context>
        <name>RulesPage</name>
        <message>
            <source>Escalation rules</source>
            <translation>Reglas de escalado</translation>
        </message>
        <message>
            <source>Rem&amp;ove…</source>
            <translation>&amp;Quitar…</translation>
        </message>
        <message>
            <source>Removes the chosen rule; the built-in one can be switched off only</source>
            <translation>Quita la regla elegida; la incorporada solo se puede desactivar</translation>
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation>D&amp;uplicar</translation>
        </message>
        <message>
            <source>A new rule that begins as a copy of the chosen one</source>
            <translation>Una regla nueva que empieza como copia de la elegida</translation>
        </message>
        <message>
            <source>&amp;New rule</source>
            <translation>R&amp;egla nueva</translation>
        </message>
        <message>
            <source>Begin a new rule (Ctrl+N)</source>
            <translation>Empezar una regla nueva (Ctrl+N)</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::FiringModel</name>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Paso</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>Resultado</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versión</translation>
        </message>
        <message>
            <source>the activity</source>
            <translation>la actividad</translation>
        </message>
        <message>
            <source>%1, again (%2)</source>
            <translation>%1, otra vez (%2)</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleEditor</name>
        <message>
            <source>Only an administrator may change rules; you are here as %1.</source>
            <translation>Solo un administrador puede cambiar reglas; usted está aquí como %1.</translation>
        </message>
        <message>
            <source>No rule chosen</source>
            <translation>Ninguna regla elegida</translation>
        </message>
        <message>
            <source>Choose a rule in the list, or begin a new one.</source>
            <translation>Elija una regla de la lista o empiece una nueva.</translation>
        </message>
        <message>
            <source>About the rule</source>
            <translation>Sobre la regla</translation>
        </message>
        <message>
            <source>Nothing to remark</source>
            <translation>Nada que observar</translation>
        </message>
        <message>
            <source>Pools, skills, addresses and steps fit together.</source>
            <translation>Grupos, habilidades, direcciones y pasos encajan.</translation>
        </message>
        <message>
            <source>Dry run</source>
            <translation>Ensayo</translation>
        </message>
        <message>
            <source>Firings</source>
            <translation>Actuaciones</translation>
        </message>
        <message>
            <source>This is no rule yet: see the fields that are marked.</source>
            <translation>Aún no es una regla: vea los campos marcados.</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>Observaciones</translation>
        </message>
        <message>
            <source>Remarks (%1)</source>
            <translation>Observaciones (%1)</translation>
        </message>
        <message>
            <source>Saved as version %1</source>
            <translation>Guardada como versión %1</translation>
        </message>
        <message>
            <source>New, not saved yet</source>
            <translation>Nueva, aún sin guardar</translation>
        </message>
        <message>
            <source>Changed, not saved yet</source>
            <translation>Cambiada, aún sin guardar</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleForm</name>
        <message>
            <source>part of the time used up</source>
            <translation>parte del tiempo gastado</translation>
        </message>
        <message>
            <source>time before it is due</source>
            <translation>tiempo antes de vencer</translation>
        </message>
        <message>
            <source>any</source>
            <translation>cualquiera</translation>
        </message>
        <message>
            <source>%1 or more</source>
            <translation>%1 o más</translation>
        </message>
        <message>
            <source>Longer than</source>
            <translation>Más de</translation>
        </message>
        <message>
            <source>So many times</source>
            <translation>Tantas veces</translation>
        </message>
        <message>
            <source>More tasks than</source>
            <translation>Más tareas que</translation>
        </message>
        <message>
            <source>Warn at</source>
            <translation>Advertir con</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleHistory</name>
        <message>
            <source>Not saved yet</source>
            <translation>Aún sin guardar</translation>
        </message>
        <message>
            <source>Never fired yet</source>
            <translation>Aún no ha actuado</translation>
        </message>
        <message>
            <source>What the rule does appears here once it is saved.</source>
            <translation>Lo que haga la regla aparece aquí cuando esté guardada.</translation>
        </message>
        <message>
            <source>Nothing has happened that this rule is about.</source>
            <translation>No ha ocurrido nada de lo que trata esta regla.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleModel</name>
        <message>
            <source>No.</source>
            <translation>N.º</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Activa</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>Regla</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Para</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>Pasos</translation>
        </message>
        <message>
            <source>Firing</source>
            <translation>Actuación</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versión</translation>
        </message>
        <message>
            <source>Origin</source>
            <translation>Origen</translation>
        </message>
        <message>
            <source>on</source>
            <translation>sí</translation>
        </message>
        <message>
            <source>off</source>
            <translation>no</translation>
        </message>
        <message>
            <source>built in</source>
            <translation>incorporada</translation>
        </message>
        <message>
            <source>made here</source>
            <translation>hecha aquí</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>Revisada</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>todavía no</translation>
        </message>
        <message>
            <source>When an engine last held this version of the rule against what happens</source>
            <translation>Cuándo un motor comparó por última vez esta versión de la regla con lo que ocurre</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleNoteModel</name>
        <message>
            <source>Error</source>
            <translation>Error</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>Problema</translation>
        </message>
        <message>
            <source>Doubt</source>
            <translation>Duda</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Veredicto</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleStepForm</name>
        <message>
            <source>whoever else has the skill</source>
            <translation>otro con la habilidad</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RuleTrial</name>
        <message numerus="yes">
            <source>the last %Ln day(s)</source>
            <translation>
                <numerusform>el último día</numerusform>
                <numerusform>los últimos %Ln días</numerusform>
            </translation>
        </message>
        <message>
            <source>Trying a rule takes a supervisor.</source>
            <translation>Ensayar una regla requiere un supervisor.</translation>
        </message>
        <message>
            <source>The rule was changed since it was tried. %1</source>
            <translation>La regla ha cambiado desde el ensayo. %1</translation>
        </message>
        <message>
            <source>Says what the rule would have done, had it been in force then. Nothing is changed.</source>
            <translation>Dice qué habría hecho la regla si hubiera estado en vigor. No se cambia nada.</translation>
        </message>
        <message>
            <source>Reading the record…</source>
            <translation>Leyendo el registro…</translation>
        </message>
        <message>
            <source>Nothing would have been fired</source>
            <translation>No se habría hecho nada</translation>
        </message>
        <message>
            <source>In these days nothing happened that this rule is about.</source>
            <translation>En estos días no ocurrió nada de lo que trata esta regla.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln activity(s) read.</source>
            <translation>
                <numerusform>%Ln actividad leída.</numerusform>
                <numerusform>%Ln actividades leídas.</numerusform>
            </translation>
        </message>
        <message>
            <source>Beside the saved rule: %1 firings more, %2 fewer.</source>
            <translation>Frente a la regla guardada: %1 actuaciones más, %2 menos.</translation>
        </message>
        <message>
            <source>The first %1 firings are listed.</source>
            <translation>Se listan las primeras %1 actuaciones.</translation>
        </message>
        <message>
            <source>It stopped there: there is more.</source>
            <translation>Se detuvo ahí: hay más.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::RulesPage</name>
        <message>
            <source>New rule</source>
            <translation>Regla nueva</translation>
        </message>
        <message>
            <source>No rules</source>
            <translation>No hay reglas</translation>
        </message>
        <message>
            <source>Switch on or off</source>
            <translation>Activar o desactivar</translation>
        </message>
        <message>
            <source>Without a rule nobody is told when something is late. Begin a new one.</source>
            <translation>Sin reglas no se avisa a nadie cuando algo se retrasa. Empiece una nueva.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln rule(s)</source>
            <translation>
                <numerusform>%Ln regla</numerusform>
                <numerusform>%Ln reglas</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <translation>%1 (copia)</translation>
        </message>
        <message>
            <source>Save or revert what you changed in “%1” first.</source>
            <translation>Guarde o revierta primero lo que cambió en «%1».</translation>
        </message>
        <message>
            <source>“%1” is saved as version %2.</source>
            <translation>«%1» está guardada como versión %2.</translation>
        </message>
        <message>
            <source>“%1” is saved as version %2. It is switched off.</source>
            <translation>«%1» está guardada como versión %2. Está desactivada.</translation>
        </message>
        <message>
            <source>The rule is removed.</source>
            <translation>La regla se ha quitado.</translation>
        </message>
        <message>
            <source>The new rule is not saved</source>
            <translation>La regla nueva no está guardada</translation>
        </message>
        <message>
            <source>Remove the rule “%1”?</source>
            <translation>¿Quitar la regla «%1»?</translation>
        </message>
        <message>
            <source>Nobody is told by it any more; what it has done stays on the record.</source>
            <translation>Ya no avisará a nadie; lo que ha hecho queda en el registro.</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::TrialSumModel</name>
        <message>
            <source>Activities hit</source>
            <translation>Actividades afectadas</translation>
        </message>
        <message>
            <source>Tasks hit</source>
            <translation>Tareas afectadas</translation>
        </message>
        <message>
            <source>Firings</source>
            <translation>Actuaciones</translation>
        </message>
        <message>
            <source>%1 of the saved rule</source>
            <translation>%1 de la regla guardada</translation>
        </message>
        <message>
            <source>Messages to %1</source>
            <translation>Mensajes a %1</translation>
        </message>
        <message>
            <source>Over the period</source>
            <translation>En el periodo</translation>
        </message>
        <message>
            <source>This rule</source>
            <translation>Esta regla</translation>
        </message>
        <message>
            <source>As saved</source>
            <translation>La guardada</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>Diferencia</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::WouldFireModel</name>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>Paso</translation>
        </message>
        <message>
            <source>What it would have done</source>
            <translation>Qué habría hecho</translation>
        </message>
        <message>
            <source>the activity</source>
            <translation>la actividad</translation>
        </message>
        <message>
            <source>passed over</source>
            <translation>sin efecto</translation>
        </message>
        <message>
            <source>%1: nobody could take it</source>
            <translation>%1: nadie podía encargarse</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::AlertButton</name>
        <message>
            <source>Show &amp;alerts</source>
            <translation>Mostrar &amp;alertas</translation>
        </message>
        <message>
            <source>A&amp;cknowledge all…</source>
            <translation>&amp;Confirmar todas…</translation>
        </message>
        <message>
            <source>No open alerts</source>
            <translation>No hay alertas abiertas</translation>
        </message>
        <message numerus="yes">
            <source>%Ln open alert(s)</source>
            <translation>
                <numerusform>%Ln alerta abierta</numerusform>
                <numerusform>%Ln alertas abiertas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IntentsPage</name>
        <message>
            <source>Search name or title</source>
            <translation>Buscar nombre o título</translation>
        </message>
        <message>
            <source>Search the intents</source>
            <translation>Buscar en los tipos de solicitud</translation>
        </message>
        <message>
            <source>Search the intents (Ctrl+F)</source>
            <translation>Buscar en los tipos de solicitud (Ctrl+F)</translation>
        </message>
        <message>
            <source>Ne&amp;w</source>
            <translation>Nu&amp;evo</translation>
        </message>
        <message>
            <source>A new intent (Ctrl+N)</source>
            <translation>Un nuevo tipo de solicitud (Ctrl+N)</translation>
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation>D&amp;uplicar</translation>
        </message>
        <message>
            <source>A new intent that begins like this one</source>
            <translation>Un nuevo tipo de solicitud que empieza como este</translation>
        </message>
        <message>
            <source>Remove…</source>
            <translation>Quitar…</translation>
        </message>
        <message>
            <source>Remove this intent; activities that have it stay as they are</source>
            <translation>Quitar este tipo de solicitud; las actividades que lo tienen quedan como están</translation>
        </message>
        <message>
            <source>Intents</source>
            <translation>Tipos de solicitud</translation>
        </message>
        <message>
            <source>&amp;Revert</source>
            <translation>Revert&amp;ir</translation>
        </message>
        <message>
            <source>Back to what is saved</source>
            <translation>Volver a lo guardado</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Guardar</translation>
        </message>
        <message>
            <source>Save this intent (Ctrl+S)</source>
            <translation>Guardar este tipo de solicitud (Ctrl+S)</translation>
        </message>
    </context>
    <context>
        <name>IntentForm</name>
        <message>
            <source>&amp;Name</source>
            <translation>&amp;Nombre</translation>
        </message>
        <message>
            <source>T&amp;itle</source>
            <translation>Títu&amp;lo</translation>
        </message>
        <message>
            <source>What people call it; nothing: the name</source>
            <translation>Cómo lo llama la gente; nada: el nombre</translation>
        </message>
        <message>
            <source>&amp;Description</source>
            <translation>&amp;Descripción</translation>
        </message>
        <message>
            <source>&amp;Promise (SLA)</source>
            <translation>&amp;Promesa (SLA)</translation>
        </message>
        <message>
            <source>By when all of it is to be done, from the request on: 15m, 48h, 3d, 1d12h</source>
            <translation>Para cuándo debe estar hecho todo, desde la solicitud: 15m, 48h, 3d, 1d12h</translation>
        </message>
        <message>
            <source>Called due soon and at risk</source>
            <translation>Cuándo vence pronto y está en riesgo</translation>
        </message>
        <message>
            <source>Du&amp;e soon after</source>
            <translation>Vence pr&amp;onto tras</translation>
        </message>
        <message>
            <source>Share of the SLA in percent, of the activity and of each of its tasks</source>
            <translation>Parte del SLA en porcentaje, de la actividad y de cada una de sus tareas</translation>
        </message>
        <message>
            <source>%, at ris&amp;k after</source>
            <translation>%, en rie&amp;sgo tras</translation>
        </message>
        <message>
            <source>% of the SLA</source>
            <translation>% del SLA</translation>
        </message>
        <message>
            <source>What the page of a mail’s link asks f&amp;or</source>
            <translation>Qué pide la página del enlace de un &amp;correo</translation>
        </message>
        <message>
            <source>The button alone is for what does no harm: a program that chooses an answer is not told from a reader</source>
            <translation>El botón solo es para lo que no hace daño: un programa que elige una respuesta no se distingue de un lector</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>Qué hay que hacer</translation>
        </message>
    </context>
    <context>
        <name>TaskDraftEditor</name>
        <message>
            <source>Tasks to be made</source>
            <translation>Tareas por crear</translation>
        </message>
        <message>
            <source>&amp;Add task</source>
            <translation>Añadi&amp;r tarea</translation>
        </message>
        <message>
            <source>One more task, behind the chosen one</source>
            <translation>Una tarea más, detrás de la elegida</translation>
        </message>
        <message>
            <source>Re&amp;move task</source>
            <translation>&amp;Quitar tarea</translation>
        </message>
        <message>
            <source>Take the chosen task off the list</source>
            <translation>Quitar de la lista la tarea elegida</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Do the chosen task earlier</source>
            <translation>Hacer antes la tarea elegida</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Do the chosen task later</source>
            <translation>Hacer después la tarea elegida</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>What it is called; each task has a name of its own</source>
            <translation>Cómo se llama; cada tarea tiene su propio nombre</translation>
        </message>
        <message>
            <source>SLA</source>
            <translation>SLA</translation>
        </message>
        <message>
            <source>The promise, from when it can be worked on: 90s, 15m, 4h, 1d12h</source>
            <translation>La promesa, desde que se puede trabajar en ella: 90s, 15m, 4h, 1d12h</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Habilidad</translation>
        </message>
        <message>
            <source>What a worker must be able to do; nothing: what the task is called</source>
            <translation>Qué debe saber hacer quien trabaja; nada: como se llama la tarea</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>Necesita</translation>
        </message>
        <message>
            <source>the one before it</source>
            <translation>la anterior</translation>
        </message>
        <message>
            <source>Names of the tasks that come first, with commas between; nothing: the required one before it; a dash: it can start at once</source>
            <translation>Nombres de las tareas que van antes, separados por comas; nada: la obligatoria anterior; un guion: puede empezar enseguida</translation>
        </message>
        <message>
            <source>Optional: the citizen chooses</source>
            <translation>Opcional: elige el ciudadano</translation>
        </message>
        <message>
            <source>Reviewed by a person</source>
            <translation>Revisada por una persona</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::IntentsPage</name>
        <message>
            <source>%1_copy</source>
            <translation>%1_copia</translation>
        </message>
        <message>
            <source>Remove the intent “%1”?</source>
            <translation>¿Quitar el tipo de solicitud «%1»?</translation>
        </message>
        <message>
            <source>Activities that have it stay as they are; new ones go by what is usual.</source>
            <translation>Las actividades que lo tienen quedan como están; las nuevas siguen lo habitual.</translation>
        </message>
        <message>
            <source>No intents yet</source>
            <translation>Aún no hay tipos de solicitud</translation>
        </message>
        <message>
            <source>What is asked for often can have a promise and tasks of its own.</source>
            <translation>Lo que se pide a menudo puede tener su promesa y sus tareas.</translation>
        </message>
        <message>
            <source>Administrators make them. Until then each activity says its tasks itself.</source>
            <translation>Los crean los administradores. Hasta entonces cada actividad dice ella misma sus tareas.</translation>
        </message>
        <message>
            <source>No intent matches</source>
            <translation>Ningún tipo de solicitud coincide</translation>
        </message>
        <message>
            <source>Search for another name or title.</source>
            <translation>Busque otro nombre o título.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln intent(s)</source>
            <translation>
                <numerusform>%Ln tipo de solicitud</numerusform>
                <numerusform>%Ln tipos de solicitud</numerusform>
            </translation>
        </message>
        <message>
            <source>Administrators change intents; you are here as %1 and can read them.</source>
            <translation>Los administradores cambian los tipos de solicitud; usted está aquí como %1 y puede leerlos.</translation>
        </message>
        <message>
            <source>For what is made afterwards; what runs stays as it is</source>
            <translation>Para lo que se cree después; lo que está en marcha queda como está</translation>
        </message>
        <message>
            <source>The new intent is not saved</source>
            <translation>El nuevo tipo de solicitud no está guardado</translation>
        </message>
        <message>
            <source>New intent…</source>
            <translation>Nuevo tipo de solicitud…</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::IntentForm</name>
        <message>
            <source>The code from the mail, typed</source>
            <translation>El código del correo, escrito</translation>
        </message>
        <message>
            <source>Nothing: the button is enough</source>
            <translation>Nada: basta el botón</translation>
        </message>
        <message>
            <source>A saved intent keeps its name; duplicate it for another one</source>
            <translation>Un tipo de solicitud guardado conserva su nombre; duplíquelo para tener otro</translation>
        </message>
        <message>
            <source>What programs and rules call it, as replace_vaccine_card</source>
            <translation>Cómo lo llaman los programas y las reglas, por ejemplo replace_vaccine_card</translation>
        </message>
        <message>
            <source>Two shares of the SLA between 0 and 100 %, the second larger than the first.</source>
            <translation>Dos partes del SLA entre 0 y 100 %, la segunda mayor que la primera.</translation>
        </message>
        <message>
            <source>An activity made from it begins without any.</source>
            <translation>Una actividad creada con él empieza sin ninguna.</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskDraftEditor</name>
        <message>
            <source>No tasks</source>
            <translation>Sin tareas</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::TaskDraftModel</name>
        <message>
            <source>Task</source>
            <translation>Tarea</translation>
        </message>
        <message>
            <source>SLA</source>
            <translation>SLA</translation>
        </message>
        <message>
            <source>Skill</source>
            <translation>Habilidad</translation>
        </message>
        <message>
            <source>Needs</source>
            <translation>Necesita</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>opcional</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>revisada</translation>
        </message>
        <message>
            <source>(the one before)</source>
            <translation>(la anterior)</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::IntentModel</name>
        <message>
            <source>Request</source>
            <translation>Solicitud</translation>
        </message>
        <message>
            <source>What programs and rules call it: the intent of an activity</source>
            <translation>Cómo lo llaman los programas y las reglas: el «intent» de una actividad</translation>
        </message>
        <message>
            <source>Intent</source>
            <translation>Tipo de solicitud</translation>
        </message>
        <message>
            <source>By when all of it is to be done</source>
            <translation>Para cuándo debe estar hecho todo</translation>
        </message>
        <message>
            <source>SLA</source>
            <translation>SLA</translation>
        </message>
        <message>
            <source>Tasks</source>
            <translation>Tareas</translation>
        </message>
        <message>
            <source>What the page of a link in a mail asks for with an answer</source>
            <translation>Qué pide con la respuesta la página del enlace de un correo</translation>
        </message>
        <message>
            <source>By mail</source>
            <translation>Por correo</translation>
        </message>
        <message>
            <source>code</source>
            <translation>código</translation>
        </message>
        <message>
            <source>button</source>
            <translation>botón</translation>
        </message>
    </context>
    <context>
        <name>ActivityForm</name>
        <message>
            <source>New activity</source>
            <translation>Nueva actividad</translation>
        </message>
        <message>
            <source>&amp;Citizen</source>
            <translation>&amp;Ciudadano</translation>
        </message>
        <message>
            <source>Who asks, as your county names citizens: jordan-77</source>
            <translation>Quién lo pide, como su condado nombra a los ciudadanos: jordan-77</translation>
        </message>
        <message>
            <source>&amp;Intent</source>
            <translation>T&amp;ipo de solicitud</translation>
        </message>
        <message>
            <source>Intent</source>
            <translation>Tipo de solicitud</translation>
        </message>
        <message>
            <source>&amp;Promise (SLA)</source>
            <translation>&amp;Promesa (SLA)</translation>
        </message>
        <message>
            <source>Priorit&amp;y</source>
            <translation>Pri&amp;oridad</translation>
        </message>
        <message>
            <source>By when all of it is to be done, from now on: 15m, 48h, 3d, 1d12h</source>
            <translation>Para cuándo debe estar hecho todo, desde ahora: 15m, 48h, 3d, 1d12h</translation>
        </message>
        <message>
            <source>Of the activity and of each task that has none of its own</source>
            <translation>De la actividad y de cada tarea que no tenga la suya</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>Qué hay que hacer</translation>
        </message>
        <message>
            <source>C&amp;reate activity</source>
            <translation>Cr&amp;ear actividad</translation>
        </message>
        <message>
            <source>Make it (Ctrl+Return)</source>
            <translation>Crearla (Ctrl+Intro)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Close the form and drop what is typed; Esc closes it and keeps that</source>
            <translation>Cerrar el formulario y descartar lo escrito; Esc lo cierra y lo conserva</translation>
        </message>
    </context>
    <context>
        <name>hmsact::console::ActivityForm</name>
        <message>
            <source>Intent</source>
            <translation>Tipo de solicitud</translation>
        </message>
        <message>
            <source>what is asked for: one of the list, or any other words</source>
            <translation>lo que se pide: uno de la lista, o cualquier otro texto</translation>
        </message>
        <message>
            <source>%1 · most urgent</source>
            <translation>%1 · la más urgente</translation>
        </message>
        <message>
            <source>%1 · usual</source>
            <translation>%1 · la habitual</translation>
        </message>
        <message>
            <source>%1 · least urgent</source>
            <translation>%1 · la menos urgente</translation>
        </message>
        <message>
            <source>It begins without any; they can be added later.</source>
            <translation>Empieza sin ninguna; se pueden añadir después.</translation>
        </message>
        <message numerus="yes">
            <source>“%1” has a template: its promise and %Ln task(s) are filled in below.</source>
            <translation>
                <numerusform>«%1» tiene una plantilla: abajo están su promesa y su tarea.</numerusform>
                <numerusform>«%1» tiene una plantilla: abajo están su promesa y sus %Ln tareas.</numerusform>
            </translation>
        </message>
        <message>
            <source>No template has this name: say promise and tasks below.</source>
            <translation>Ninguna plantilla tiene este nombre: indique abajo la promesa y las tareas.</translation>
        </message>
    </context>
</TS>
