using NodaTime;

namespace ChangeRelease.Domain.Foundation;

/// <summary>One reason for a "no": which rule spoke, what it saw, and what would cure it (S-3).</summary>
public sealed record Refusal
{
    private Refusal(string code, string rule, Why why, ValueList<string> waitsFor) =>
        (Code, Rule, Why, WaitsFor) = (code, rule, why, waitsFor);

    /// <summary>The stable code, <c>room.subject.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The rule that spoke, as a sentence that says what is needed.</summary>
    public string Rule { get; }

    /// <summary>Why the rule is not met.</summary>
    public string Explanation => Why.Text;

    /// <summary>What the rule looked at.</summary>
    public ValueList<Fact> Facts => Why.Facts;

    /// <summary>What would cure it; each alone is enough.</summary>
    public ValueList<Remedy> Remedies => Why.Remedies;

    /// <summary>The first instant at which time alone has cured it: met then, not one microsecond before; null when time does not.</summary>
    public Instant? Earliest => Why.Earliest;

    /// <summary>The codes this rule waits for; empty when it could be judged.</summary>
    public ValueList<string> WaitsFor { get; }

    /// <summary>Whether the rule could not be judged, because it needs what other rules still miss.</summary>
    public bool IsUnjudged => WaitsFor.Count > 0;

    private Why Why { get; }

    /// <summary>A rule that was judged and is not met.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    /// <param name="why">Why it is not met.</param>
    /// <returns>The refusal.</returns>
    public static Refusal Of(string code, string rule, Why why)
    {
        ArgumentNullException.ThrowIfNull(why);
        return new Refusal(RefusalCode.Checked(code), rule, why, []);
    }

    /// <summary>A rule that cannot be judged before others are met.</summary>
    /// <param name="code">The stable code.</param>
    /// <param name="rule">The rule, as a sentence.</param>
    /// <param name="waitsFor">The codes of the rules it waits for; at least one.</param>
    /// <returns>The refusal.</returns>
    /// <exception cref="ArgumentException"><paramref name="waitsFor"/> is empty.</exception>
    public static Refusal Unjudged(string code, string rule, ValueList<string> waitsFor)
    {
        ArgumentNullException.ThrowIfNull(waitsFor);
        ArgumentOutOfRangeException.ThrowIfZero(waitsFor.Count, nameof(waitsFor));
        return new Refusal(RefusalCode.Checked(code), rule, Why.Because($"Not judged yet: it waits for {string.Join(", ", waitsFor)}."), waitsFor);
    }

    /// <summary>The code, the explanation and every remedy, on one line.</summary>
    /// <returns>For example <c>change.reason.missing: No reason is given. Give a reason.</c></returns>
    public override string ToString() => $"{Code}: {Explanation}{string.Concat(Remedies.Select(remedy => $" {remedy}."))}";
}
