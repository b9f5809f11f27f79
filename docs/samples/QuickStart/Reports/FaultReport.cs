using System.Globalization;
using QuickStart.Input;

namespace QuickStart.Reports;

/// <summary>Tells everything that is wrong with the input, as text.</summary>
internal static class FaultReport
{
    public static string Write(IReadOnlyList<InputFault> faults)
    {
        var page = new Page().Raw(string.Create(CultureInfo.InvariantCulture, $"{faults.Count} {(faults.Count == 1 ? "thing is" : "things are")} wrong with the input; nothing was done."));
        foreach (var fault in faults)
        {
            page.Blank().Labeled(string.Empty, fault.Place.ToString()).Labeled("  ", fault.Message).Labeled("  > ", fault.Remedy);
        }

        return page.ToString();
    }
}
