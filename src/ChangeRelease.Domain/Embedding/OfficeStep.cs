using System.Text;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>The stamps of what an office writes to its own stream for a command on another.</summary>
internal static class OfficeStep
{
    /// <summary>
    /// Each step is a command of its own, named after the one that caused it, whom it is for, and the page it was decided on: a
    /// command's identity belongs to its stream, and two subjects may use the same. Many clocks write to one stream, and its time
    /// does not run backwards (S-73).
    /// </summary>
    public static Stamp Derived<TSubject>(Stamp stamp, string step, Page<TSubject> page, Identifier whom)
        where TSubject : class => new(
        Instant.Max(stamp.At, page.LastAt),
        stamp.Actor,
        Named(step, FormattableString.Invariant($"{page.Version}\n{stamp.Command}\n{whom}")));

    /// <summary>The identity of a step; what it is told apart by stands in lines, which no identifier has.</summary>
    public static CommandId Named(string step, string lines) => new($"{step}-{Digest.Of(Encoding.UTF8.GetBytes(lines)).Hex}");
}
