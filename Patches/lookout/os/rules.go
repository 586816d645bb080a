package os

// lookoutRules parses a policy. The problem begins with a line and a column.
func lookoutRules(text string) (rules []lookoutRule, problem string) {
	for line := 1; text != ""; line++ {
		end := 0
		for end < len(text) && text[end] != '\n' {
			end++
		}
		rule, column, problem := lookoutRuleOf(text[:end])
		if problem != "" {
			return nil, lookoutNumber(line) + ":" + lookoutNumber(column) + ": " + problem
		}
		if rule != nil {
			rule.line = line
			rules = append(rules, *rule)
		}
		if end < len(text) {
			end++
		}
		text = text[end:]
	}
	return rules, ""
}

// lookoutRuleOf parses a line. The rule is nil for an empty line and for a comment.
func lookoutRuleOf(line string) (rule *lookoutRule, column int, problem string) {
	at := 0
	isSpace := func() bool { return line[at] == ' ' || line[at] == '\t' || line[at] == '\r' }
	word := func() (start int, text string) {
		for at < len(line) && isSpace() {
			at++
		}
		start = at
		for at < len(line) && !isSpace() {
			at++
		}
		return start, line[start:at]
	}
	start, action := word()
	switch {
	case action == "" || action[0] == '#':
		return nil, 0, ""
	case action != "allow" && action != "deny" && action != "log":
		return nil, start + 1, "'" + lookoutShown(action) + "' is not an action; a rule is 'allow', 'deny' or 'log', a kind and a pattern, such as " +
			"'deny write /etc/**'"
	}
	const known = "read, write, exec, dial, listen, or * for all"
	start, list := word()
	if list == "" {
		return nil, start + 1, "the kind is missing after '" + action + "'; it is " + known
	}
	rule = &lookoutRule{action: action}
	for kind, rest := "", list+","; rest != ""; {
		n := 0
		for rest[n] != ',' {
			n++
		}
		kind, rest = rest[:n], rest[n+1:]
		switch kind {
		case "read", "write", "exec", "dial", "listen", "*":
			rule.kinds = append(rule.kinds, kind)
		default:
			return nil, start + 1 + len(list) + 1 - len(rest) - len(kind) - 1, "'" + lookoutShown(kind) + "' is not a kind; it is " + known +
				"; separate several with commas"
		}
	}
	// The pattern extends to the end of the line.
	start, first := word()
	end := len(line)
	for end > start && (line[end-1] == ' ' || line[end-1] == '\t' || line[end-1] == '\r') {
		end--
	}
	rule.pattern = line[start:end]
	switch {
	case first == "":
		return nil, start + 1, "the pattern is missing; '**' matches everything"
	case hasSlash(rule.pattern) && rule.pattern[0] != '*' && !isAbsoluteForLookout(rule.pattern):
		return nil, start + 1, "a pattern with a slash begins with / or **/, since it is compared with absolute paths"
	}
	return rule, 0, ""
}
