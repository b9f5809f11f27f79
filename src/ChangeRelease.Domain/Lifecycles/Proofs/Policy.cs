using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Lifecycles;

/// <summary>A sentence about every life under a definition, decided by looking at all of them (S-12).</summary>
/// <remarks>
/// <para>What requirements say is left open: each row may be permitted or refused at any moment, and each question may be answered by any of its cases.
/// Only a row that leads back answers by a memory of where the subject came from. The memory is set when a state is entered from another one that is
/// an origin there, or to one of those that the row says it may count as having come from; a stay keeps it. Who comes from nowhere that is
/// known, at the start or by an exit, may have come from anywhere.</para>
/// <para>Exits are followed into the definitions that are given. One that leads to another definition makes the answer
/// <see cref="ProofOutcome.Unproved"/>, unless a counter-example is found without it.</para>
/// <para>The work is at most the number of abstract places (states, times the origins of those with a row that leads back, times four for what
/// a policy remembers) times the rows and outcomes of each.</para>
/// <para>With <c>using static ChangeRelease.Domain.Lifecycles.Policy</c> a policy reads as its sentence:
/// <c>Never(In(Phase.Realization)).Unless(Passed(Phase.Authorization)).OrUnless(Taken(breakGlass))</c>.</para>
/// </remarks>
public abstract record Policy
{
    private protected Policy()
    {
    }

    /// <summary>The codes of requirements that are assumed never to be met.</summary>
    public ValueList<string> Assumptions { get; private init; } = [];

    /// <summary>Nobody is ever in a place; say what excuses it with <see cref="NeverPolicy.Unless"/>.</summary>
    /// <param name="places">The places; see <see cref="In(ReadOnlySpan{Phase})"/>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="places"/> is null.</exception>
    public static NeverPolicy Never(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new NeverPolicy(places);
    }

    /// <summary>From wherever a life is, there is a way to a place, if the requirements on it are met.</summary>
    /// <param name="places">The places.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="places"/> is null.</exception>
    public static ReachPolicy AlwaysPossible(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new ReachPolicy(places);
    }

    /// <summary>A trigger can never be taken; say where with <see cref="RefusedPolicy.While"/>, and what opens it with <see cref="RefusedPolicy.UnlessMet(string)"/>.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public static RefusedPolicy Refused(Trigger trigger)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new RefusedPolicy(trigger);
    }

    /// <summary>The states of phases.</summary>
    /// <param name="phases">One or several.</param>
    /// <returns>The places.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="phases"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="phases"/> is empty.</exception>
    public static Places In(params ReadOnlySpan<Phase> phases) => new(Checked(phases, nameof(phases)), []);

    /// <summary>States.</summary>
    /// <param name="states">One or several.</param>
    /// <returns>The places.</returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="states"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="states"/> is empty.</exception>
    public static Places In(params ReadOnlySpan<State> states) => new([], Checked(states, nameof(states)));

    /// <summary>A phase was passed: the subject was in one of its states, be it at the start or only for a move.</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>What a policy may look back upon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="phase"/> is null.</exception>
    public static Happening Passed(Phase phase) => new PlacePassed(In(phase));

    /// <summary>A state was passed: the subject was in it.</summary>
    /// <param name="state">The state.</param>
    /// <returns>What a policy may look back upon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public static Happening Passed(State state) => new PlacePassed(In(state));

    /// <summary>A trigger was taken.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="answer">The case by which it went on; null for any.</param>
    /// <returns>What a policy may look back upon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="trigger"/> is null.</exception>
    public static Happening Taken(Trigger trigger, string? answer = null)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return new TriggerTaken(trigger, answer);
    }

    /// <summary>A row that asks for a requirement was taken, so that the requirement was met.</summary>
    /// <param name="code">The requirement's code; its arguments do not matter.</param>
    /// <returns>What a policy may look back upon.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public static Happening Met(string code) => new RequirementMet(RefusalCode.Checked(code));

    /// <summary>A row that asks for a requirement was taken, so that the requirement was met.</summary>
    /// <typeparam name="TAttempt">What it judges.</typeparam>
    /// <param name="requirement">The requirement; its arguments do not matter.</param>
    /// <returns>What a policy may look back upon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="requirement"/> is null.</exception>
    public static Happening Met<TAttempt>(Requirement<TAttempt> requirement)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return new RequirementMet(requirement.Code);
    }

    /// <summary>The same, supposing that a requirement is never met: no row that asks for it is ever taken.</summary>
    /// <param name="code">The requirement's code.</param>
    /// <returns>A new policy.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is not a code.</exception>
    public Policy AssumingNeverMet(string code) => this with { Assumptions = Assumptions.With(RefusalCode.Checked(code)) };

    /// <summary>Decides the policy for a lifecycle and those that its exits lead to.</summary>
    /// <typeparam name="TAttempt">What its requirements judge.</typeparam>
    /// <param name="lifecycle">Where lives begin.</param>
    /// <returns>The proof, or a counter-example.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    public Proof Prove<TAttempt>(Lifecycle<TAttempt> lifecycle) => Prove(LifecycleFamily.Of(lifecycle));

    /// <summary>Decides the policy for a definition and those of the others that its exits lead to.</summary>
    /// <param name="definition">Where lives begin.</param>
    /// <param name="elsewhere">Other definitions.</param>
    /// <returns>The proof, or a counter-example.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public Proof Prove(LifecycleDescription definition, params IEnumerable<LifecycleDescription> elsewhere) => Prove(LifecycleFamily.Of(definition, elsewhere));

    /// <summary>Decides the policy for a family of definitions.</summary>
    /// <param name="family">The definitions.</param>
    /// <returns>The proof, or a counter-example.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="family"/> is null.</exception>
    public Proof Prove(LifecycleFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        var unknown = Named.SelectMany(named => named(family.Ground)).Concat(Assumptions.SelectMany(code => new RequirementMet(code).NotIn(family.Ground))).Distinct().ToValueList();
        return unknown.Count == 0
            ? Decide(new Inquiry(this, family))
            : new Proof(this, family, ProofOutcome.Misstated, 0) { Explanation = $"No definition has {string.Join(", nor ", unknown)}." };
    }

    /// <summary>What the policy names, to be looked for in the definitions.</summary>
    internal abstract IEnumerable<Func<Ground, IEnumerable<string>>> Named { get; }

    /// <summary>The same policy, supposing nothing.</summary>
    private protected Policy Unconditional => this with { Assumptions = [] };

    internal abstract Proof Decide(Inquiry inquiry);

    private protected string Supposing(string sentence) =>
        $"{sentence}{string.Concat(Assumptions.Select((code, at) => $"{(at == 0 ? ", supposing that" : " and")} {code} is never met"))}.";

    private static ValueList<T> Checked<T>(ReadOnlySpan<T> names, string parameter)
        where T : class
    {
        ArgumentOutOfRangeException.ThrowIfZero(names.Length, parameter);
        foreach (var name in names)
        {
            ArgumentNullException.ThrowIfNull(name, parameter);
        }

        return ValueList.Create(names);
    }
}
