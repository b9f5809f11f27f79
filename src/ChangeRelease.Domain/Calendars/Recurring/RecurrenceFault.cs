using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Calendars;

/// <summary>One thing that is wrong with a recurrence, or that RFC 5545 does not allow.</summary>
public sealed record RecurrenceFault
{
    internal RecurrenceFault(string code, string part, string message) => (Code, Part, Message) = (RefusalCode.Checked(code), part, message);

    /// <summary>The stable code, <c>calendar.recurrence.problem</c>; safe to branch on and to translate.</summary>
    public string Code { get; }

    /// <summary>The part it is about, for example <c>BYMONTHDAY</c>.</summary>
    public string Part { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public string Message { get; }

    /// <summary>The fault on one line.</summary>
    /// <returns>For example <c>calendar.recurrence.out-of-range (BYHOUR): 24 is not from 0 to 23.</c></returns>
    public override string ToString() => $"{Code} ({Part}): {Message}";
}
