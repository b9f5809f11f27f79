using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>Counts a dry run while it goes on; what it keeps does not grow with the number of subjects.</summary>
internal sealed class MigrationTally(MigrationMap map)
{
    private const int Step = 1_000;

    private readonly Dictionary<State, long> _moved = [];
    private readonly SortedDictionary<string, long> _refused = new(StringComparer.Ordinal);
    private readonly List<MigrationExample> _examples = [];
    private long _subjects;

    public void Count(string subject, Standing standing, MigrationVerdict verdict, IProgress<long>? progress)
    {
        _subjects++;
        if (verdict.IsPermitted)
        {
            _moved[standing.State] = _moved.GetValueOrDefault(standing.State) + 1;
        }
        else
        {
            Refuse(subject, verdict.Refusals);
        }

        if (_subjects % Step == 0)
        {
            progress?.Report(_subjects);
        }
    }

    public MigrationReport Close(IProgress<long>? progress)
    {
        if (_subjects % Step != 0 || _subjects == 0)
        {
            progress?.Report(_subjects);
        }

        return new MigrationReport(
            map.From,
            map.To,
            _subjects,
            map.Moves.Select(move => new MigrationCount(move, _moved.GetValueOrDefault(move.From))).ToValueList(),
            _refused.Select(reason => new RefusalCount(reason.Key, reason.Value)).ToValueList(),
            _examples.ToValueList());
    }

    private void Refuse(string subject, ValueList<Refusal> refusals)
    {
        foreach (var code in refusals.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal))
        {
            _refused[code] = _refused.GetValueOrDefault(code) + 1;
        }

        if (_examples.Count < MigrationReport.MostExamples)
        {
            _examples.Add(new MigrationExample(subject, refusals));
        }
    }
}
