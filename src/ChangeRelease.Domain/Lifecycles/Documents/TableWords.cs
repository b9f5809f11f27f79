using System.Diagnostics.CodeAnalysis;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>The words that a document defines for itself: its phases, states and triggers.</summary>
internal sealed class TableWords
{
    private readonly Dictionary<string, Phase> _phases = Phase.BuiltIn.ToDictionary(phase => phase.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Trigger> _triggers = new(StringComparer.Ordinal);
    private readonly List<TriggerDescription> _taken = [];
    private readonly List<State> _order = [];
    private readonly List<string> _own = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inherited = new(StringComparer.Ordinal);
    private readonly DocumentPlaces _places;
    private readonly DocumentFaults _faults;
    private readonly string _placeOfStates = "\"states\"";
    private readonly bool _isGuesswork;
    private bool _misspelled;

    public TableWords(LifecycleEntry entry, DocumentPlaces places, DocumentFaults faults)
    {
        (_places, _faults) = (places, faults);
        Each(entry.Phases ?? [], "$.phases", AddPhases());
        Each(entry.States, "$.states", AddState);
        Each(entry.Triggers, "$.triggers", (trigger, path) => AddTrigger(trigger.Full, path));
    }

    /// <param name="entry">The derivation.</param>
    /// <param name="parent">The definition whose words it may use beside its own; null when it is not known, so that no word can be called unknown.</param>
    /// <param name="places">Where its own words stand.</param>
    /// <param name="faults">What is wrong with them.</param>
    public TableWords(DerivationEntry entry, LifecycleDescription? parent, DocumentPlaces places, DocumentFaults faults)
    {
        (_places, _faults, _placeOfStates, _isGuesswork) = (places, faults, "\"insert\"", parent is null);
        if (parent is not null)
        {
            Inherit(parent);
        }

        Each(entry.Phases ?? [], "$.phases", AddPhases());
        Each(entry.Insert ?? [], "$.insert", AddInserted);
        Each(entry.Triggers ?? [], "$.triggers", (trigger, path) => AddTrigger(trigger.Full, path));
    }

    /// <summary>The states in the order of the document.</summary>
    public IReadOnlyList<State> States => _order;

    public IReadOnlyList<TriggerDescription> Taken => _taken;

    public State? State(string name, string path)
    {
        _faults.Step();
        if (!_states.TryGetValue(name, out var state))
        {
            _places.DoubtPaths();
            WordFault("lifecycle.document.state-unknown", path, $"No state is called '{DocumentPath.Shown(name)}'. Add it to {_placeOfStates}, or name another.{_places.Suggestions.For(name, _states.Keys)}");
        }

        return state;
    }

    /// <summary>A state that the document adds, or the parent has; null without a fault when neither does.</summary>
    public State? Added(string name) => _states.GetValueOrDefault(name);

    public bool IsInherited(State state) => _inherited.Contains(state.Name);

    /// <summary>The states of a list that must not be empty, each with its path.</summary>
    public IReadOnlyList<(State State, string Path)> StatesOf(IReadOnlyList<string> names, string path, string missing)
    {
        if (names.Count == 0)
        {
            _places.DoubtPaths();
            Fault("lifecycle.document.from-missing", path, missing);
        }

        var paths = names.Select((name, at) => (Name: name, Path: names.Count == 1 ? path : $"{path}[{at}]"));
        return [.. paths.Select(each => (State: State(each.Name, each.Path), each.Path)).Where(each => each.State is not null).Select(each => (each.State!, each.Path))];
    }

    public Trigger? Trigger(string name, string path)
    {
        _faults.Step();
        if (!_triggers.TryGetValue(name, out var trigger))
        {
            _misspelled = true;
            _places.DoubtPaths();
            WordFault("lifecycle.document.trigger-unknown", path, $"No trigger is called '{DocumentPath.Shown(name)}'. Add it to \"triggers\", or name another.{_places.Suggestions.For(name, _triggers.Keys)}");
        }

        _used.Add(name);
        return trigger;
    }

    /// <summary>Tells the triggers that no row has; one that is merely misspelled in a row is not told twice.</summary>
    public void TellUnused()
    {
        foreach (var unused in _misspelled ? [] : _own.Where(name => !_used.Contains(name)))
        {
            Fault("lifecycle.trigger.unused", _places.OfTrigger(unused), $"No row has the trigger '{DocumentPath.Shown(unused)}'. Give it a row, or leave it out.");
        }
    }

    private void Each<T>(IReadOnlyList<T> entries, string path, Action<T, string> add)
    {
        for (var at = 0; at < entries.Count && !_faults.IsFull; at++)
        {
            _faults.Step();
            add(entries[at], $"{path}[{at}]");
        }
    }

    private void Inherit(LifecycleDescription parent)
    {
        foreach (var state in parent.States)
        {
            _phases[state.Phase.Name] = state.Phase;
            _states[state.Name] = state;
            _inherited.Add(state.Name);
        }

        foreach (var known in parent.Triggers)
        {
            _triggers[known.Trigger.Value] = known.Trigger;
        }
    }

    // A document may put a phase with a built-in name at another place of the order, once.
    private Action<PhaseEntry, string> AddPhases()
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        return (entry, path) =>
        {
            if (!own.Add(entry.Name))
            {
                Fault("lifecycle.document.phase-repeated", $"{path}.name", $"The phase '{DocumentPath.Shown(entry.Name)}' stands twice. Keep one.");
            }
            else if (IsName(entry.Name, $"{path}.name", "A phase's name"))
            {
                _phases[entry.Name] = Placed(entry);
            }
        };
    }

    private static Phase Placed(PhaseEntry entry) => entry.Order is { } order ? Phase.InOrder(entry.Name, order) : Phase.Aside(entry.Name);

    private void AddState(StateEntry entry, string path)
    {
        var phase = PhaseOf(entry.Phase, $"{path}.phase");
        if (IsState(entry.Name, $"{path}.name") && !Add(new State(entry.Name, phase), path))
        {
            Fault("lifecycle.document.state-repeated", $"{path}.name", $"The state '{DocumentPath.Shown(entry.Name)}' stands twice. Keep one.");
        }
    }

    // One state may be inserted at several places; that the parent has it is for the derivation to say.
    private void AddInserted(InsertEntry entry, string path)
    {
        var phase = PhaseOf(entry.Phase, $"{path}.phase");
        if (!_inherited.Contains(entry.State) && IsState(entry.State, $"{path}.state") && !Add(new State(entry.State, phase), path) && _states[entry.State].Phase != phase)
        {
            Fault("lifecycle.document.state-repeated", $"{path}.phase", $"The state '{DocumentPath.Shown(entry.State)}' is inserted before in another phase, {_states[entry.State].Phase}. Keep one phase.");
        }
    }

    private bool IsState(string name, string path)
    {
        var isName = IsName(name, path, "A state's name");
        if (!isName)
        {
            _places.DoubtPaths();
        }

        return isName;
    }

    private bool Add(State state, string path)
    {
        if (!_states.TryAdd(state.Name, state))
        {
            return false;
        }

        _places.State(state.Name, path);
        _order.Add(state);
        return true;
    }

    private Phase PhaseOf(string name, string path)
    {
        if (_phases.TryGetValue(name, out var phase))
        {
            return phase;
        }

        _places.DoubtPhases();
        WordFault("lifecycle.document.phase-unknown", path, $"No phase is called '{DocumentPath.Shown(name)}'. Add it to \"phases\", or name another.{_places.Suggestions.For(name, _phases.Keys)}");
        return Phase.Paused;
    }

    private void AddTrigger(TriggerEntry entry, string path)
    {
        if (!IsName(entry.Name, path, "A trigger's name"))
        {
            _places.DoubtPaths();
            return;
        }

        if (!_triggers.TryAdd(entry.Name, new Trigger(entry.Name)))
        {
            Fault("lifecycle.trigger.repeated", path, $"The trigger '{DocumentPath.Shown(entry.Name)}' stands twice. Keep one.");
            return;
        }

        _own.Add(entry.Name);
        _places.Trigger(entry.Name, path);
        if (entry.Takes is { } takes)
        {
            Takes(_triggers[entry.Name], takes, path);
        }
    }

    // Where nothing is said, a room that knows the trigger says what it takes.
    private void Takes(Trigger trigger, IReadOnlyList<ParameterEntry> takes, string path)
    {
        var parameters = new List<Parameter>();
        Each(takes, $"{path}.takes", (parameter, place) =>
        {
            if (TryParameter(parameter, place, out var taken))
            {
                parameters.Add(taken);
            }
        });
        _taken.Add(new TriggerDescription(trigger, parameters.ToValueList()));
    }

    private bool TryParameter(ParameterEntry entry, string path, [NotNullWhen(true)] out Parameter? parameter)
    {
        var isSound = IsName(entry.Name, $"{path}.name", "A parameter's name");
        if (Text.IsBlank(entry.Says))
        {
            Fault("lifecycle.document.sentence-blank", $"{path}.says", "The sentence is blank. Say what the value is for.");
            isSound = false;
        }

        isSound &= AreChoices(entry, path);
        parameter = isSound ? new Parameter(entry.Name, entry.Kind, entry.Says, (entry.Choices ?? []).ToValueList()) { IsRequired = entry.Optional is not true } : null;
        return isSound;
    }

    private bool AreChoices(ParameterEntry entry, string path)
    {
        var isSound = entry.Choices is not { Count: > 0 } || entry.Kind == ParameterKind.Text;
        if (!isSound)
        {
            Fault("lifecycle.document.choices-unfit", $"{path}.choices", "Only a text has choices. Leave them out, or make the kind \"text\".");
        }

        Each(entry.Choices ?? [], $"{path}.choices", (choice, place) => isSound &= IsName(choice, place, "A choice"));
        return isSound;
    }

    private bool IsName(string name, string path, string what)
    {
        var problem = Identifier.Problem(name);
        if (problem is not null)
        {
            Fault("lifecycle.document.name-unfit", path, $"{what} {problem}. Name it otherwise.");
        }

        return problem is null;
    }

    // Without the parent nobody can say that it lacks the word.
    private void WordFault(string code, string path, string message)
    {
        if (!_isGuesswork)
        {
            Fault(code, path, message);
        }
    }

    private void Fault(string code, string path, string message) => _faults.Add(code, path, message);
}
