using NodaTime;

namespace TrainAndHotfix;

/// <summary>One command, and what the library answered.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who asked.</param>
/// <param name="What">What they wanted, in words of this sample; everything that follows is the library's.</param>
/// <param name="About">The train, release, change or environment that it was about.</param>
/// <param name="State">The state that it is in afterwards; null for what has none.</param>
/// <param name="Events">What happened; none when it was refused.</param>
/// <param name="Facts">What can be seen afterwards.</param>
/// <param name="Refusals">Every reason for the "no"; none when it was accepted.</param>
internal sealed record Step(Instant At, string Who, string What, string About, string? State, IReadOnlyList<string> Events, IReadOnlyList<string> Facts, IReadOnlyList<Reason> Refusals);
