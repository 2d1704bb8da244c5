#include "edit/evidence.h"

/* Fitted by logistic regression on news sentences with annotated names, rounded; features that are
 * too rare there (padding, compound surnames, brackets that tell a life) were set by hand. */
static const int base = -210;
static const short of_surname[SURNAME_GRADES] = {0, -120, -110, -30, 70, 190, 60, 250};
static const short of_only[NAME_GRADES] = {0, -125, -125, -65, 0, 125};
static const short of_first[NAME_GRADES] = {0, -115, -115, 25, 110, 25};
static const short of_second[NAME_GRADES] = {0, -105, -170, 15, 110, 125};
static const short of_next[NAME_GRADES] = {0, -55, -60, -180, -220, -305};
static const short of_list[LIST_GRADES] = {-45, 0, 300, 300, 380, 430};
static const short of_frame[NAME_FRAMES] = {-35, 170, 90};
static const short of_foreign[NAME_FOREIGN] = {-20, -205, -185, -225};

static const short of_shape[NAME_SHAPES] = {
	[SHAPE_SINGLES_2] = 5,
	[SHAPE_WHOLE_2] = -140,
	[SHAPE_PADDED] = 0,
	[SHAPE_SINGLES_3] = 125,
	[SHAPE_GIVEN_3] = -20,
	[SHAPE_HEAD_3] = -55,
	[SHAPE_WHOLE_3] = -90,
};

static const short of_edges[NAME_EDGES] = {
	[EDGES_BOTH] = 50,
	[EDGES_LEFT] = -105,
	[EDGES_RIGHT] = -135,
	[EDGES_NONE] = -75,
};

static const short of_left[LEFT_CONTEXTS] = {
	[LEFT_OFFICE] = 95,
	[LEFT_WEAK] = 35,
	[LEFT_CREDIT] = 150,
	[LEFT_NAMING] = 150,
	[LEFT_LINK] = 0,
	[LEFT_PLAIN] = 15,
	[LEFT_START] = 40,
	[LEFT_STOP] = 40,
	[LEFT_COMMA] = 60,
	[LEFT_LIST] = 35,
	[LEFT_OPENER] = 10,
	[LEFT_CLOSER] = 65,
	[LEFT_SPACE] = 40,
	[LEFT_LATIN] = -160,
	[LEFT_SINGLE] = -95,
	[LEFT_WORD] = -55,
};

static const short of_right[RIGHT_CONTEXTS] = {
	[RIGHT_SPEECH] = 170,
	[RIGHT_AFTER] = 180,
	[RIGHT_CONDUCT] = 75,
	[RIGHT_PARTICLE] = 35,
	[RIGHT_OFFICE] = 100,
	[RIGHT_LIFE] = 150,
	[RIGHT_THING] = -200,
	[RIGHT_END] = 0,
	[RIGHT_STOP] = 5,
	[RIGHT_COMMA] = -15,
	[RIGHT_LIST] = 50,
	[RIGHT_OPENER] = 40,
	[RIGHT_CLOSER] = 0,
	[RIGHT_SPACE] = 0,
	[RIGHT_LATIN] = -55,
	[RIGHT_SINGLE] = -100,
	[RIGHT_WORD] = -10,
};

static int
score_name(const struct evidence *e)
{
	return base + of_surname[e->surname] + of_only[e->only] + of_first[e->first] +
		of_second[e->second];
}

int
evidence_score(const struct evidence *e)
{
	return score_name(e) + of_next[e->next] + of_shape[e->shape] + of_edges[e->edges] +
		of_left[e->left] + of_right[e->right] + of_frame[e->frame] +
		of_list[e->list] + of_foreign[e->foreign];
}

/* What shape, edges and the usual contexts can add. */
enum { BEST_SURROUNDINGS = 500 };

bool
evidence_hopeful(const struct evidence *e)
{
	return score_name(e) + BEST_SURROUNDINGS > 0;
}
