using System.Numerics;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>One row, ready to judge attempts: its requirements in order, which of them wait for which, and which are about the input.</summary>
internal sealed class CompiledRow<TAttempt>
{
    private readonly Requirement<TAttempt>[] _requirements;
    private readonly ulong[] _waitsFor;
    private readonly ulong _conditions;
    private readonly bool _leadsBack;

    public CompiledRow(DraftRow<TAttempt> row, int trigger, ValueList<Parameter> parameters)
    {
        (Trigger, TriggerIndex, Parameters, Outcomes, Selector) = (row.Trigger, trigger, parameters, row.Outcomes, row.Selector);
        _leadsBack = row.Origin is not null;
        _requirements = [.. row.Requirements];
        _waitsFor = [.. _requirements.Select(WaitsFor)];
        _conditions = Conditions();
    }

    public Trigger Trigger { get; }

    public int TriggerIndex { get; }

    public ValueList<Parameter> Parameters { get; }

    public ValueList<Outcome> Outcomes { get; }

    public Selector<TAttempt>? Selector { get; }

    /// <summary>What asks about the input, and therefore cannot be judged before it is there (S-7).</summary>
    public IEnumerable<Requirement<TAttempt>> AboutInput => Those(_conditions);

    public bool Asks(Requirement<TAttempt> requirement) => Array.IndexOf(_requirements, requirement) >= 0;

    /// <summary>One bit for each requirement that is not met or cannot be judged yet; judged once (S-14).</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="hasInput">Whether the input is there and well-formed; without it, what asks about it is not judged.</param>
    public ulong Judge(TAttempt attempt, bool hasInput = true)
    {
        var missing = hasInput ? 0UL : _conditions;
        for (var at = 0; at < _requirements.Length; at++)
        {
            var bit = 1UL << at;
            if ((missing & bit) == 0 && ((_waitsFor[at] & missing) != 0 || !_requirements[at].IsMetBy(attempt)))
            {
                missing |= bit;
            }
        }

        return missing;
    }

    /// <summary>Whether everything is met that does not ask about the input (S-7).</summary>
    public bool IsAvailable(TAttempt attempt) => MeetsBeforehand(attempt) && !IsLost(attempt);

    private bool MeetsBeforehand(TAttempt attempt) => (Judge(attempt, hasInput: false) & ~_conditions) == 0;

    /// <summary>Whether the row leads back, and it is not known from where.</summary>
    public bool IsLost(TAttempt attempt) => _leadsBack && Selector!.Choose(attempt) == Selector<TAttempt>.Unknown;

    /// <summary>Every reason in the order of the row.</summary>
    public ValueList<Refusal> Explain(TAttempt attempt, ulong missing)
    {
        var refusals = new List<Refusal>(BitOperations.PopCount(missing));
        for (var left = missing; left != 0; left &= left - 1)
        {
            Explain(attempt, missing, BitOperations.TrailingZeroCount(left), refusals);
        }

        return refusals.ToValueList();
    }

    /// <summary>Every reason that does not ask about the input.</summary>
    public ValueList<Refusal> ExplainBeforehand(TAttempt attempt) => Explain(attempt, Judge(attempt, hasInput: false) & ~_conditions);

    /// <summary>Every reason when the input is not there or malformed: what asks about it waits.</summary>
    public ValueList<Refusal> ExplainWithout(TAttempt attempt, ValueList<Refusal> wrongInput)
    {
        var waiting = wrongInput.Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).ToValueList();
        return wrongInput
            .With(AboutInput.Select(requirement => requirement.Unjudged(waiting)))
            .With(ExplainBeforehand(attempt));
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
            refusals.Add(_requirements[at].Unjudged(Those(waiting).Select(requirement => requirement.Code).ToValueList()));
        }
    }

    private IEnumerable<Requirement<TAttempt>> Those(ulong bits) => _requirements.Where((_, at) => (bits & (1UL << at)) != 0);

    private ulong WaitsFor(Requirement<TAttempt> requirement) =>
        requirement.WaitsFor.Aggregate(0UL, (bits, other) => bits | (1UL << Array.IndexOf(_requirements, other)));

    // Prerequisites stand before what waits for them, so one pass finds also what asks about the input by way of others.
    private ulong Conditions()
    {
        var conditions = 0UL;
        for (var at = 0; at < _requirements.Length; at++)
        {
            if (IsAboutInput(_requirements[at]) || (_waitsFor[at] & conditions) != 0)
            {
                conditions |= 1UL << at;
            }
        }

        return conditions;
    }

    private bool IsAboutInput(Requirement<TAttempt> requirement) => requirement.ReadsParameters
        && (requirement.Reads.Count == 0 || Parameters.Any(parameter => requirement.Reads.Contains(parameter.Name)));
}
