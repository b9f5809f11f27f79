using System.Numerics;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One row, ready to judge attempts: its requirements in order, and which of them wait for which.</summary>
internal sealed class CompiledRow<TAttempt>
{
    private readonly Requirement<TAttempt>[] _requirements;
    private readonly ulong[] _waitsFor;

    public CompiledRow(DraftRow<TAttempt> row)
    {
        _requirements = [.. row.Requirements];
        _waitsFor = [.. _requirements.Select(WaitsFor)];
        Selector = row.Selector;
    }

    public Selector<TAttempt>? Selector { get; }

    public IReadOnlyList<Requirement<TAttempt>> Requirements => _requirements;

    /// <summary>One bit for each requirement that is not met or cannot be judged yet; judged once (S-14).</summary>
    public ulong Judge(TAttempt attempt)
    {
        var missing = 0UL;
        for (var at = 0; at < _requirements.Length; at++)
        {
            if ((_waitsFor[at] & missing) != 0 || !_requirements[at].IsMetBy(attempt))
            {
                missing |= 1UL << at;
            }
        }

        return missing;
    }

    public ValueList<Refusal> Explain(TAttempt attempt, ulong missing)
    {
        var refusals = new List<Refusal>(BitOperations.PopCount(missing));
        for (var left = missing; left != 0; left &= left - 1)
        {
            Explain(attempt, missing, BitOperations.TrailingZeroCount(left), refusals);
        }

        return refusals.ToValueList();
    }

    private void Explain(TAttempt attempt, ulong missing, int at, List<Refusal> refusals)
    {
        var waiting = _waitsFor[at] & missing;
        if (waiting == 0)
        {
            refusals.AddRange(_requirements[at].Refuse(attempt));
        }
        else
        {
            refusals.Add(_requirements[at].Unjudged(Codes(waiting)));
        }
    }

    private ValueList<string> Codes(ulong bits) =>
        _requirements.Where((_, at) => (bits & (1UL << at)) != 0).Select(requirement => requirement.Code).ToValueList();

    private ulong WaitsFor(Requirement<TAttempt> requirement) =>
        requirement.WaitsFor.Aggregate(0UL, (bits, other) => bits | (1UL << Array.IndexOf(_requirements, other)));
}
