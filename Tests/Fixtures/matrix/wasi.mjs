// Runs the program for wasip1 that it is given: `node wasi.mjs FILE`.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const file = process.argv[2];
const wasi = new WASI({ version: "preview1", args: [file], returnOnExit: false });
const { instance } = await WebAssembly.instantiate(await readFile(file), wasi.getImportObject());
wasi.start(instance);
