using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Journeys;

/// <summary>Something that somebody tried: accepted, or refused for every reason there is.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who tried.</param>
/// <param name="What">What, in a few words.</param>
/// <param name="State">The state afterwards.</param>
/// <param name="Refusals">Every reason; empty when it was accepted.</param>
internal sealed record Attempt(Instant At, Actor Who, string What, string State, ValueList<Refusal> Refusals)
{
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>The reasons in short; what could not be judged yet is only counted.</summary>
    public string Reasons => string.Join(", ", Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code))
        + (Refusals.Count(refusal => refusal.IsUnjudged) is > 0 and var waiting ? FormattableString.Invariant($" ({waiting} more cannot be judged before)") : string.Empty);

    /// <summary>The instant at which time alone has cured every reason; null when it cannot.</summary>
    public Instant? Cured => IsRefused && Refusals.All(refusal => refusal.Earliest > At) ? Refusals.Max(refusal => refusal.Earliest) : null;
}
