using NodaTime;

namespace ChangeRelease.Domain.Foundation;

/// <summary>One reason why a requirement is not met: said in words, with what was seen and what would cure it (S-3).</summary>
public sealed record Why
{
    private Why(string text, ValueList<Fact> facts, ValueList<Remedy> remedies, Instant? earliest) =>
        (Text, Facts, Remedies, Earliest) = (text, facts, remedies, earliest);

    /// <summary>The reason as a sentence.</summary>
    public string Text { get; }

    /// <summary>What was looked at.</summary>
    public ValueList<Fact> Facts { get; }

    /// <summary>What would cure it; each alone is enough.</summary>
    public ValueList<Remedy> Remedies { get; }

    /// <summary>The first instant at which time alone has cured it; null when time does not.</summary>
    public Instant? Earliest { get; }

    /// <summary>Begins a reason.</summary>
    /// <param name="text">The reason as a sentence.</param>
    /// <returns>A reason without facts or remedies.</returns>
    public static Why Because(string text) => new(text, [], [], null);

    /// <summary>This reason with one more fact.</summary>
    /// <param name="name">What was looked at.</param>
    /// <param name="value">What it was.</param>
    /// <returns>A new reason.</returns>
    public Why Seeing(string name, object? value) =>
        new(Text, Facts.With(new Fact(name, value?.ToString() ?? "none")), Remedies, Earliest);

    /// <summary>This reason with further remedies.</summary>
    /// <param name="remedies">What would cure it; each alone is enough.</param>
    /// <returns>A new reason.</returns>
    public Why CuredBy(params ReadOnlySpan<Remedy> remedies) => new(Text, Facts, Remedies.With([.. remedies]), Earliest);

    /// <summary>This reason, cured by time alone from an instant on.</summary>
    /// <param name="instant">The first instant at which the requirement is met.</param>
    /// <returns>A new reason, with the waiting among its remedies.</returns>
    public Why CuredFrom(Instant instant) => new(Text, Facts, Remedies.With(Remedy.WaitUntil(instant)), instant);
}
