//go:build tools

// The patch sets that routinex go applies in this module.
package peers

import _ "example.com/rules"
