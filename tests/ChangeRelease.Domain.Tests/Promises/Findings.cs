namespace ChangeRelease.Domain.Tests.Promises;

/// <summary>What a walk came across: how much was looked at, of which kinds, and what was not as it must be.</summary>
internal sealed class Findings
{
    /// <summary>How many differences are told in words; the others are only counted.</summary>
    public const int MostTold = 20;

    private readonly SortedDictionary<string, long> _kinds = new(StringComparer.Ordinal);
    private readonly List<string> _told = [];

    public long Checked { get; private set; }

    public long Differing { get; private set; }

    public IReadOnlyDictionary<string, long> Kinds => _kinds;

    public IReadOnlyList<string> Told => _told;

    public void Check(long times = 1) => Checked += times;

    public void Count(string kind, long times = 1) => _kinds[kind] = _kinds.GetValueOrDefault(kind) + times;

    public void Differ(string what)
    {
        Differing++;
        if (_told.Count < MostTold)
        {
            _told.Add(what);
        }
    }

    public void Add(Findings others)
    {
        (Checked, Differing) = (Checked + others.Checked, Differing + others.Differing);
        foreach (var (kind, times) in others._kinds)
        {
            Count(kind, times);
        }

        _told.AddRange(others._told.Take(MostTold - _told.Count));
    }

    /// <summary>The same, each difference with the place where it was found.</summary>
    public Findings In(string place)
    {
        for (var at = 0; at < _told.Count; at++)
        {
            _told[at] = $"{place}: {_told[at]}";
        }

        return this;
    }

    public override string ToString() =>
        FormattableString.Invariant($"{Checked} checked, {Differing} differing; {string.Join(", ", _kinds.Select(kind => FormattableString.Invariant($"{kind.Value} {kind.Key}")))}");
}
