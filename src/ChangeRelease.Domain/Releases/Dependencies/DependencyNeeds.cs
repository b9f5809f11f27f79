using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>The requirements on dependencies, for whatever attempt has a case of them (S-53).</summary>
/// <typeparam name="TAttempt">What is judged.</typeparam>
public sealed class DependencyNeeds<TAttempt>
{
    private readonly Func<TAttempt, DependencyCase?> _case;

    /// <summary>Makes the requirements of one kind of attempt.</summary>
    /// <param name="case">Finds the case in an attempt; null when the dependencies, or what runs, could not be looked up.</param>
    /// <exception cref="ArgumentNullException"><paramref name="case"/> is null.</exception>
    public DependencyNeeds(Func<TAttempt, DependencyCase?> @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        _case = @case;
        Known = Requirement.For<TAttempt>("release.dependency.unknown")
            .Says("It is known what the release depends on, and what runs where it goes.")
            .IsMetWhen(attempt => _case(attempt)?.IsKnown ?? false)
            .CuredBy(Remedy.Do("Plan the release with what it goes live after, and try again when that and what runs can be looked up"));
        AllKnown = Need(DependencyReasons.MissingCode, DependencyReasons.MissingSentence, it => it.Walk.Missing.Count == 0, it => it.Walk.Missing.Select(DependencyReasons.Missing)).After(Known);
        NoCycle = Need(DependencyReasons.CycleCode, DependencyReasons.CycleSentence, it => it.Walk.Cycles.Count == 0, it => it.Walk.Cycles.Select(DependencyReasons.Cycle)).After(Known);
        AllLive = Need("release.dependency.not-live", "Every release that it goes live after is live there.", it => it.Walk.Waiting.Count == 0, DependencyReasons.NotLive).After(Known, AllKnown, NoCycle);
        NeedsMet = Need("release.dependency.unmet", "What would run beside each other is what each needs.", it => !it.Meetings.Lonely.Any() && !it.Meetings.Unmet.Any(), DependencyReasons.Unmet).After(Known);
        SkewAllowed = Need("release.dependency.skew", "What would run beside each other is not too far apart, unless that is allowed by name.", it => !it.Skewed.Any(), DependencyReasons.Skewed).After(Known);
        NoDowngrade = Need("release.dependency.downgrade", "No service goes back to an earlier version, unless that is allowed by name.", it => !it.Downgrades.Any(), DependencyReasons.Downgrades).After(Known);
    }

    /// <summary>All of them, each after those that it waits for.</summary>
    public ValueList<Requirement<TAttempt>> All => [Known, AllKnown, NoCycle, AllLive, NeedsMet, SkewAllowed, NoDowngrade];

    /// <summary>It is known what the release depends on, and what runs where it goes (S-4).</summary>
    public Requirement<TAttempt> Known { get; }

    /// <summary>Every release that it goes live after is known (S-53).</summary>
    public Requirement<TAttempt> AllKnown { get; }

    /// <summary>No release waits for itself, directly or by others (S-53).</summary>
    public Requirement<TAttempt> NoCycle { get; }

    /// <summary>Every release that it goes live after is live there (S-53).</summary>
    public Requirement<TAttempt> AllLive { get; }

    /// <summary>What would run beside each other is what each needs (S-53).</summary>
    public Requirement<TAttempt> NeedsMet { get; }

    /// <summary>What would run beside each other is not too far apart, unless that is allowed by name (S-53).</summary>
    public Requirement<TAttempt> SkewAllowed { get; }

    /// <summary>No service goes back to an earlier version, unless that is allowed by name (S-53).</summary>
    public Requirement<TAttempt> NoDowngrade { get; }

    private Requirement<TAttempt> Need(string code, string sentence, Func<DependencyCase, bool> isMet, Func<DependencyCase, IEnumerable<Why>> explain) => Requirement.For<TAttempt>(code)
        .Says(sentence)
        .IsMetWhen(attempt => isMet(_case(attempt)!))
        .Explains(attempt => explain(_case(attempt)!));
}
