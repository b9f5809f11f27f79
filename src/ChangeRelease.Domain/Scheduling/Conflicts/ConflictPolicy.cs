using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Which work is in the way of which, in a version that never changes (S-50).</summary>
/// <remarks>Every rule holds by itself: of two about the same work, the stricter decides. It is immutable and may be asked from any number of threads.</remarks>
public sealed class ConflictPolicy
{
    private ConflictPolicy(PolicyId id, int version, ValueList<ConflictRule> rules)
    {
        (Id, Version, Rules) = (id, version, rules);
        Named = [.. rules.SelectMany(rule => new[] { rule.Key, rule.OtherKey }).OfType<ConflictKey>().Distinct()];
        HardFirst = [.. rules.OrderByDescending(rule => rule.Severity)];
        Digest = DigestOf();
    }

    /// <summary>The policy's name.</summary>
    public PolicyId Id { get; }

    /// <summary>Which version of it this is; at least 1.</summary>
    public int Version { get; }

    /// <summary>Every rule, in the order given. Conflicts are told in this order, those that refuse before those that warn.</summary>
    public ValueList<ConflictRule> Rules { get; }

    /// <summary>The SHA-256 of id, version and all rules; their order does not matter, everything else of them does.</summary>
    public Digest Digest { get; }

    /// <summary>The rules that refuse, then those that warn: so that no number of warnings hides a refusal.</summary>
    internal IReadOnlyList<ConflictRule> HardFirst { get; }

    /// <summary>The keys that rules name.</summary>
    internal IReadOnlyList<ConflictKey> Named { get; }

    /// <summary>Defines a policy.</summary>
    /// <param name="id">The policy's name.</param>
    /// <param name="version">Which version of it this is; at least 1.</param>
    /// <param name="rules">The rules; at least one, at most 1,000.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">An argument, or a rule, is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    /// <exception cref="ConflictPolicyException">The rules have faults; it lists all of them.</exception>
    public static ConflictPolicy Define(PolicyId id, int version, IEnumerable<ConflictRule> rules)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(rules);
        var all = rules.ToValueList();
        var faults = Verify(all);
        return faults.Count == 0 ? new ConflictPolicy(id, version, all) : throw new ConflictPolicyException(id, faults);
    }

    /// <summary>Finds everything that is wrong with rules, without defining a policy.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>Every fault; empty when a policy can be defined.</returns>
    /// <exception cref="ArgumentNullException">The argument, or a rule, is null.</exception>
    public static ValueList<ConflictFault> Verify(IEnumerable<ConflictRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return ConflictRuleFaults.Of([.. rules.Select(rule => rule ?? throw new ArgumentNullException(nameof(rules), "A rule is null."))]).ToValueList();
    }

    /// <summary>Name, version and the beginning of the digest.</summary>
    /// <returns>For example <c>production@2#0f3a5c77b2d1</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Id}@{Version}#{Digest.Abbreviated}");

    internal bool Has(ConflictRuleKind kind) => Rules.Any(rule => rule.Kind == kind);

    /// <summary>The keys of work that any rule asks about, each once.</summary>
    internal IEnumerable<ConflictKey> KeysOf(ScheduledWork work)
    {
        var keys = Named.Where(key => key.IsOf(work));
        keys = Has(ConflictRuleKind.SameService) || Has(ConflictRuleKind.RelatedServices) ? keys.Concat(work.Targets.Select(ConflictKey.Target)) : keys;
        keys = Has(ConflictRuleKind.SamePerson) ? keys.Concat(work.People.Select(ConflictKey.Person)) : keys;
        keys = Has(ConflictRuleKind.SameEnvironment) || Has(ConflictRuleKind.ExclusiveEnvironment) ? keys.Concat(work.Environments.Select(ConflictKey.Environment)) : keys;
        keys = Has(ConflictRuleKind.ExclusiveEnvironment) ? keys.Concat(work.ExclusiveEnvironments.Select(ConflictKey.Alone)) : keys;
        return keys.Distinct();
    }

    private Digest DigestOf()
    {
        var text = new CanonicalText().Field("conflict-policy", Id.Value).Field("version", CanonicalText.Show(Version));
        foreach (var rule in Rules.OrderBy(rule => rule.Id))
        {
            rule.WriteTo(text);
        }

        return text.Digest;
    }
}
