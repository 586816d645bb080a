/// A hash of everything that the program is made of: its sources, its grammar and its built-in sets, as 64 hexadecimal
/// digits. The tools' IDs and the packages' keys carry it, so that two builds of the program that do something else share no
/// objects, under one version number too. Folders, machines and build settings do not count: see Sources/hash-sources.
package var sourceHash: StaticString { hashOfSources }
