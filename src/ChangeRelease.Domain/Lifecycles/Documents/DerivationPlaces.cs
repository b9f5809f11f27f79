namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Remembers which entry of a derivation's document made, led or changed which rows, so that a fault of a row finds the entry.</summary>
internal sealed class DerivationPlaces<TAttempt>(DocumentPlaces places)
{
    private readonly Dictionary<State, string> _inserted = [];
    private readonly Dictionary<State, string> _sharing = [];
    private readonly Dictionary<(State From, Trigger Trigger), string> _shared = [];
    private readonly Dictionary<(State From, Trigger Trigger), string> _required = [];
    private readonly Dictionary<Trigger, string> _requiredEverywhere = [];

    public void Insert(State added, string path) => _inserted.TryAdd(added, path);

    // The later entry is the one that shares again what is shared already.
    public void Share(State added, string path) => _sharing[added] = path;

    public void Share(State added, Trigger trigger, string path) => _shared[(added, trigger)] = path;

    public void Require(State from, Trigger trigger, string path) => _required.TryAdd((from, trigger), path);

    public void Require(Trigger trigger, string path) => _requiredEverywhere.TryAdd(trigger, path);

    /// <summary>Gives every row of the finished table, and every row that was to be shared, the path of the entry it is owed to.</summary>
    public void Register(LifecycleTable<TAttempt> table)
    {
        foreach (var ((from, trigger), path) in _shared)
        {
            places.Row($"{from} on {trigger}", path);
        }

        foreach (var row in table.Rows)
        {
            if (PathOf(row) is { } path)
            {
                places.Row(row.Place, path);
            }
        }
    }

    private string? PathOf(DraftRow<TAttempt> row) =>
        _sharing.GetValueOrDefault(row.From)
        ?? row.Outcomes.Where(outcome => outcome.Exit is null && row.Origin is null && outcome.To != row.From).Select(outcome => _inserted.GetValueOrDefault(outcome.To)).FirstOrDefault(path => path is not null)
        ?? _required.GetValueOrDefault((row.From, row.Trigger))
        ?? _requiredEverywhere.GetValueOrDefault(row.Trigger);
}
