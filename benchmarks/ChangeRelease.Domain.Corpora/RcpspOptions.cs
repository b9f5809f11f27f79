using System.Globalization;

namespace ChangeRelease.Domain.Corpora;

/// <summary>How published instances are planned.</summary>
internal sealed record RcpspOptions(string File, long Schedules, double? Seconds, long Seed, string? Csv, int Every)
{
    /// <summary>The instances to plan, one at a time.</summary>
    public IEnumerable<RcpspInstance> Instances => RcpspInstance.Read(File).Where((_, at) => at % Every == 0);

    /// <returns>What was asked for; null when it cannot be read.</returns>
    public static RcpspOptions? Read(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length % 2 == 0 || !System.IO.File.Exists(arguments[0]))
        {
            return null;
        }

        var options = new RcpspOptions(arguments[0], 5_000, null, 1, null, 1);
        for (var at = 1; options is not null && at < arguments.Length; at += 2)
        {
            options = options.With(arguments[at], arguments[at + 1]);
        }

        return options;
    }

    private RcpspOptions? With(string name, string value) => name switch
    {
        "--schedules" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var schedules) && schedules > 0 => this with { Schedules = schedules },
        "--seconds" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 => this with { Seconds = seconds },
        "--seed" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--every" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0 => this with { Every = every },
        "--csv" => this with { Csv = value },
        _ => null,
    };
}
