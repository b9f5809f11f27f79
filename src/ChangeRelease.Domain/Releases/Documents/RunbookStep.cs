using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>One step of a runbook.</summary>
/// <param name="Text">What is done.</param>
/// <param name="Owner">Who does it; null when that is open.</param>
/// <param name="Check">How one sees that it worked; null when that is open.</param>
/// <param name="Expected">How long it takes; null when that is open.</param>
public sealed record RunbookStep(string Text, ActorId? Owner, string? Check, Duration? Expected)
{
    /// <summary>What is done, in Unicode normal form C.</summary>
    public string Text { get; init => field = Foundation.Text.Canonical(value, nameof(Text)); } = Foundation.Text.Canonical(Text, nameof(Text));

    /// <summary>How one sees that it worked, in Unicode normal form C; null when that is open.</summary>
    public string? Check { get; init => field = value is null ? null : Foundation.Text.Canonical(value, nameof(Check)); } = Check is null ? null : Foundation.Text.Canonical(Check, nameof(Check));
}
