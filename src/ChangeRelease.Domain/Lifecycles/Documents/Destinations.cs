using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Finds where rows of a document lead: on, nowhere else, by the answer to a question, or back.</summary>
internal sealed class Destinations<TAttempt>(TableWords words, Vocabulary<TAttempt> vocabulary, DocumentPlaces places, DocumentFaults faults)
{
    private readonly Definitions<TAttempt> _definitions = new(vocabulary, faults, places.Suggestions);

    /// <summary>What to do to a row so that it leads where the entry says; null when that cannot be known.</summary>
    public Action<DraftRow<TAttempt>>? Of(RowEntry entry, string path)
    {
        Misplaced(entry, path);
        if (Count(entry.To is not null, entry.Stay is true, entry.Cases is not null, entry.Ways is not null) != 1)
        {
            places.DoubtPaths();
            Fault("lifecycle.document.destination-not-one", path, "The row leads to nowhere, or says several times where. Give one of \"to\", \"stay\", \"cases\" and \"ways\".");
            return null;
        }

        return entry switch
        {
            { Cases: { } cases } => Cases(entry, cases, path),
            { Ways: { } ways } => Ways(entry, ways, path),
            _ => Single(entry, path),
        };
    }

    private static int Count(params ReadOnlySpan<bool> given)
    {
        var count = 0;
        foreach (var each in given)
        {
            count += each ? 1 : 0;
        }

        return count;
    }

    // A member beside one that has no use for it would be read by people, and by nobody else.
    private void Misplaced(RowEntry entry, string path)
    {
        var isChoice = entry.Cases is not null || entry.Ways is not null;
        Misplaced(entry.By is not null && !isChoice, $"{path}.by", "only \"cases\" and \"ways\" ask a question");
        Misplaced(entry.Exit is not null && entry.To is null, $"{path}.exit", "an exit leads \"to\" a state of the other definition");
        Misplaced(entry.ComesFrom is not null && isChoice, $"{path}.comesFrom", "each case, or way, has its own");
        if (isChoice && entry.By is null)
        {
            Fault("lifecycle.document.question-missing", path, "It is not said by what the row is decided. Add \"by\" with the name of a question.");
        }
    }

    private void Misplaced(bool isMisplaced, string path, string why)
    {
        if (isMisplaced)
        {
            Fault("lifecycle.document.member-misplaced", path, $"The member has no use here: {why}. Take it out.");
        }
    }

    private Action<DraftRow<TAttempt>>? Single(RowEntry entry, string path)
    {
        var only = new CaseEntry { Case = string.Empty, To = entry.To, Stay = entry.Stay, Exit = entry.Exit, ComesFrom = entry.ComesFrom };
        return Target(only, path) is { } target ? row => row.Leads([target.Outcome(row.From, null)], exitTable: target.Exit) : null;
    }

    private Action<DraftRow<TAttempt>>? Cases(RowEntry entry, IReadOnlyList<CaseEntry> cases, string path)
    {
        var selector = entry.By is null ? null : Question<Selector<TAttempt>>(entry.By, $"{path}.by", "cases");
        var targets = cases.Select((each, at) => (each.Case, Target: CaseTarget(each, $"{path}.cases[{at}]"))).ToList();
        var exits = targets.Select(each => each.Target?.Exit).OfType<Lifecycle<TAttempt>>().DistinctBy(exit => exit.Reference).ToList();
        if (exits.Count > 1)
        {
            Fault("lifecycle.document.exits-several", $"{path}.cases", $"The cases exit to several definitions: {string.Join(", ", exits.Select(exit => exit.Reference.Id))}. Let them exit to one.");
        }

        // Told here, where each case has its path; a question whose cases are wrong is not verified once more for every state.
        var isAnswered = selector is null || AreAnswers(selector, cases, path);
        return row => row.Leads(
            [.. targets.Where(each => each.Target is not null).Select(each => each.Target!.Outcome(row.From, each.Case))],
            isAnswered && targets.All(each => each.Target is not null) ? selector : null,
            exits.FirstOrDefault());
    }

    private bool AreAnswers(Selector<TAttempt> selector, IReadOnlyList<CaseEntry> cases, string path)
    {
        var before = faults.Count;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < cases.Count; at++)
        {
            if (!selector.Cases.Contains(cases[at].Case))
            {
                Fault("lifecycle.selector.unknown-case", $"{path}.cases[{at}].case", $"The selector '{selector.Name}' never answers '{DocumentPath.Shown(cases[at].Case)}'. Its cases are {selector.Cases}.{places.Suggestions.For(cases[at].Case, selector.Cases)}");
            }
            else if (!seen.Add(cases[at].Case))
            {
                Fault("lifecycle.selector.repeated-case", $"{path}.cases[{at}].case", $"The case '{cases[at].Case}' leads to several states. Keep one.");
            }
        }

        foreach (var missing in selector.Cases.Except(cases.Select(each => each.Case), StringComparer.Ordinal))
        {
            Fault("lifecycle.selector.incomplete", $"{path}.cases", $"The selector '{selector.Name}' can answer '{missing}', and the row does not say where that leads. Add the case.");
        }

        return faults.Count == before && !faults.IsFull;
    }

    private Target<TAttempt>? CaseTarget(CaseEntry entry, string path)
    {
        Misplaced(entry.Exit is not null && entry.To is null, $"{path}.exit", "an exit leads \"to\" a state of the other definition");
        if (Count(entry.To is not null, entry.Stay is true) == 1)
        {
            return Target(entry, path);
        }

        places.DoubtPaths();
        Fault("lifecycle.document.destination-not-one", path, "The case leads to nowhere, or says twice where. Give one of \"to\" and \"stay\".");
        return null;
    }

    private Target<TAttempt>? Target(CaseEntry entry, string path)
    {
        var exit = entry is { Exit: { } named, To: not null } ? _definitions.Find(named, $"{path}.exit") : null;
        var comesFrom = entry.ComesFrom?.Select((name, at) => Origin(name, exit, $"{path}.comesFrom[{at}]")).OfType<State>().ToValueList() ?? [];
        var isStay = entry.To is null;
        var state = isStay || (entry.Exit is not null && exit is null) ? null : exit is null ? words.State(entry.To!, $"{path}.to") : Foreign(entry.To!, exit, $"{path}.to");
        if (state is not null || isStay)
        {
            return new Target<TAttempt>(state, exit, comesFrom);
        }

        places.DoubtPaths();
        return null;
    }

    private State? Foreign(string name, Lifecycle<TAttempt> exit, string path)
    {
        var states = exit.Description.States;
        var found = StateOf(exit, name);
        if (found is null)
        {
            Fault("lifecycle.document.state-unknown", path, $"The definition {exit.Reference.Id} has no state '{DocumentPath.Shown(name)}'. Name one of its states.{places.Suggestions.For(name, states.Select(state => state.Name))}");
        }

        return found;
    }

    // Who leaves may count as having come from a state that only the other definition has.
    private State? Origin(string name, Lifecycle<TAttempt>? exit, string path) =>
        (exit is null ? null : StateOf(exit, name)) ?? words.State(name, path);

    private static State? StateOf(Lifecycle<TAttempt> definition, string name) =>
        definition.Description.States.FirstOrDefault(state => string.Equals(state.Name, name, StringComparison.Ordinal));

    private Action<DraftRow<TAttempt>>? Ways(RowEntry entry, IReadOnlyList<WayEntry> ways, string path)
    {
        var origin = entry.By is null ? null : Question<OriginSelector<TAttempt>>(entry.By, $"{path}.by", "ways");
        var found = ways.Select((way, at) => Way(way, $"{path}.ways[{at}]")).ToList();
        if (ways.Count == 0)
        {
            Fault("lifecycle.document.ways-missing", $"{path}.ways", "There is no way back. Give at least one.");
        }

        if (origin is null || found.Contains(null) || found.Count == 0)
        {
            places.DoubtPaths();
            return null;
        }

        return row =>
        {
            row.Returns(origin, found.Select(way => way!.Value.Way).ToValueList());
            foreach (var (way, comesFrom) in found.Select(way => way!.Value).Where(way => way.ComesFrom.Count > 0))
            {
                row.ComesFrom(way.To.Name, comesFrom);
            }
        };
    }

    private (Way Way, ValueList<State> ComesFrom)? Way(WayEntry entry, string path)
    {
        var to = words.State(entry.To, $"{path}.to");
        var origins = entry.Origins?.Select((name, at) => words.State(name, $"{path}.origins[{at}]")).ToList() ?? [to];
        var comesFrom = entry.ComesFrom?.Select((name, at) => words.State(name, $"{path}.comesFrom[{at}]")).OfType<State>().ToValueList() ?? [];
        if (origins.Count == 0)
        {
            Fault("lifecycle.document.origins-missing", $"{path}.origins", "Nobody can take this way. Name the states that those who take it came from.");
        }

        return to is null || origins.Count == 0 || origins.Contains(null) ? null : (new Way(to, origins.OfType<State>().ToValueList()), comesFrom);
    }

    private T? Question<T>(string name, string path, string member)
        where T : class
    {
        var known = vocabulary.Selector(name);
        if (known is not T)
        {
            Fault("lifecycle.document.selector-unknown", path, known is null
                ? $"No question is called '{DocumentPath.Shown(name)}'. Add it to the vocabulary, or name another.{places.Suggestions.For(name, vocabulary.Selectors)}"
                : $"The question '{DocumentPath.Shown(name)}' is of another kind than \"{member}\" need. Write \"{(known is Selector<TAttempt> ? "cases" : "ways")}\", or name another.");
        }

        return known as T;
    }

    private void Fault(string code, string path, string message) => faults.Add(code, path, message);
}

/// <summary>Where a row, or a case of it, leads.</summary>
/// <param name="To">The state; null to stay.</param>
/// <param name="Exit">The other definition that the state belongs to, if any.</param>
/// <param name="ComesFrom">States to count as having come from.</param>
internal sealed record Target<TAttempt>(State? To, Lifecycle<TAttempt>? Exit, ValueList<State> ComesFrom)
{
    public Outcome Outcome(State from, string? answer) => new(answer, To ?? from, Exit?.Reference) { ComesFrom = ComesFrom };
}
