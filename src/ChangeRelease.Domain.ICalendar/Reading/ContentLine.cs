using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.ICalendar;

/// <summary>One unfolded line: a name, parameters, and a value as it was written.</summary>
/// <param name="Number">The number of its first line in the file, from 1.</param>
/// <param name="Name">The name, in capitals.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="Value">What stands behind the colon.</param>
internal sealed record ContentLine(int Number, string Name, ValueList<ContentParameter> Parameters, string Value)
{
    public bool IsExperimental => Name.StartsWith("X-", StringComparison.Ordinal);
}
