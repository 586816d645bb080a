// Before node runs the script of Go up to 1.20: that sets `crypto`, which from node 19 on is there and can only be read.
Object.defineProperty(globalThis, "crypto", { value: globalThis.crypto, writable: true, configurable: true });
