// What a program with types may do; `tsc --strict` reads it.

import { mend, parse, readFile, type NoticeFile, type Role, type Section, type Unit } from "gongwen";

const text: string = "一、修路。（市交通局牵头）";
const { notice, diagnostics } = parse(text);
const sections: Section[] = notice.document.body.sections;
const units: Unit[] = sections.flatMap((section) => section.tasks).flatMap((task) => task.responsibility?.units ?? []);
const roles: Role[] = units.map(({ role }) => role);
const words: string[] = units.map(({ span }) => mend(text.slice(...span)));
const year: number | null | undefined = notice.document.header.doc_number?.year;
const severe: boolean = diagnostics.some(({ severity, count }) => severity === "error" || (count ?? 1) > 3);
const file: NoticeFile = readFile(new Uint8Array(), "gb18030");
const date: string | undefined = file.parsed.notice.document.closing.date?.value;

// @ts-expect-error: a role is one of three
const wrong: Role = "boss";
// @ts-expect-error: a file is bytes
readFile(text);

console.log(roles, words, year, severe, date, wrong);
