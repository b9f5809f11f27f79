namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>One handing out of a parcel.</summary>
/// <param name="Parcel">What.</param>
/// <param name="Host">To whom of the two.</param>
/// <param name="Trouble">What befalls it.</param>
/// <param name="IsTwin">Whether what overtakes it is the same parcel, at the other host; otherwise it is the next one.</param>
/// <param name="IsAfterRestart">Whether the host was started anew before.</param>
/// <param name="Pause">How many seconds after the one before.</param>
internal sealed record Delivery(Parcel Parcel, int Host, Trouble Trouble, bool IsTwin, bool IsAfterRestart, int Pause)
{
    public static Delivery Of(Parcel parcel, Random dice)
    {
        var kind = dice.Next(10) switch { < 7 => TroubleKind.None, < 9 => TroubleKind.AnswerLost, _ => TroubleKind.BrokenBefore };
        return new Delivery(parcel, dice.Next(2), new Trouble(kind, dice.Next(3) == 0 ? 2 : 1, dice.Next(4) == 0 ? dice.Next(1, 7) : 0), dice.Next(3) > 0, dice.Next(6) == 0, dice.Next(1, 20));
    }
}
