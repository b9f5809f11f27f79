using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>Counts the uses of a template's versions, and brings them in line with the changes that have them (S-30).</summary>
/// <remarks>
/// A use is held first, then taken up by its change, then confirmed: whatever crashes in between, no more uses are confirmed than there
/// are. A hold that expired counts no longer, and is confirmed afterwards only if a use is left for it.
/// </remarks>
internal static class TemplateUses
{
    /// <summary>How many uses of a version are left, those of one change not counted; null when they are not limited.</summary>
    public static int? Left(ChangeTemplate template, TemplateVersion version, ChangeId? besides, Instant now) =>
        version.Content.MaximumUses is { } most ? most - version.Spent - template.Uses.Count(use => use.Number == version.Number && use.Change != besides && use.Stands(Later(template, now))) : null;

    /// <summary>Whether a change has its use of the version that it is pinned to.</summary>
    public static bool Holds(ChangeTemplate template, TemplatePin pin, ChangeId? change, Instant now) =>
        template.Uses.Any(use => use.Change == change && use.Number == pin.Number && use.Stands(Later(template, now)));

    /// <summary>What brings the uses in line with what a change is entitled to; null when they are, or the use is lost.</summary>
    /// <remarks>Uses that a later version of the change asks for are left alone.</remarks>
    public static TemplateEvent? Settle(ChangeTemplate template, UseClaim claim, Stamp stamp)
    {
        var own = template.Uses.Where(use => use.Change == claim.Change && use.Version <= claim.Version).ToValueList();
        return claim switch
        {
            { Number: null } => own.Count > 0 ? new TemplateUseReturned(Header(template, stamp), claim.Change, claim.Version) : null,
            { Result: { } result } => Holding(own, claim) is null ? null : new TemplateResultReported(Header(template, stamp), claim.Number.Value, result),
            _ => Confirm(template, own, claim, stamp),
        };
    }

    public static TemplateUseHeld Hold(ChangeTemplate template, UseClaim claim, Instant expires, Stamp stamp) =>
        new(Header(template, stamp), new TemplateUse(claim.Change, claim.Number!.Value, claim.Version, expires.ToMicroseconds()));

    private static TemplateUseConfirmed? Confirm(ChangeTemplate template, ValueList<TemplateUse> own, UseClaim claim, Stamp stamp) =>
        Holding(own, claim) is { } taken && (!taken.IsConfirmed || own.Any(use => use.Version < taken.Version)) && IsToBeHad(template, taken, stamp.At)
            ? new TemplateUseConfirmed(Header(template, stamp), claim.Change, taken.Version)
            : null;

    // Of several for the same version the latest counts: the earlier ones were held by attempts that came to nothing.
    private static TemplateUse? Holding(ValueList<TemplateUse> own, UseClaim claim) =>
        own.Where(use => use.Number == claim.Number).MaxBy(use => use.Version);

    private static bool IsToBeHad(ChangeTemplate template, TemplateUse use, Instant now) =>
        use.Stands(Later(template, now)) || (template.Published(use.Number) is { } version && Left(template, version, use.Change, now) is not <= 0);

    // Many clocks write to one template, and its time does not run backwards: what it has seen expire has expired for everybody.
    private static Instant Later(ChangeTemplate template, Instant now) => Instant.Max(template.LastAt, now);

    private static EventHeader Header(ChangeTemplate template, Stamp stamp) =>
        new(stamp, template.Status, template.Digest, Digest.Zero, []);
}
