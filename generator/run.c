#include "run.h"

enum status
run_status(const struct run *run)
{
	if (report_count(&run->report, SEVERITY_FAULT))
		return STATUS_MACHINE;
	if (report_count(&run->report, SEVERITY_ERROR))
		return STATUS_CONTENT;
	bool warned = report_count(&run->report, SEVERITY_WARNING) > 0;
	return run->options.strict && warned ? STATUS_CONTENT : STATUS_FINE;
}
